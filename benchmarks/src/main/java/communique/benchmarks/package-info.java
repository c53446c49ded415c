/** Benchmarks of the engine, by stage, as a whole, and side by side with others on the same texts. */
package communique.benchmarks;
