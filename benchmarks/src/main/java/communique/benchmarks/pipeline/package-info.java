/** How fast articles go through enrich-service, beside what does less with them on the same broker. */
package communique.benchmarks.pipeline;
