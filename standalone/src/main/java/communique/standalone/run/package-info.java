/** The whole system in one process: broker, registry, the three services, news and page. */
package communique.standalone.run;
