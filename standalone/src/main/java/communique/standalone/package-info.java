/** The command line, and everything in one process behind {@code communique run}. */
package communique.standalone;
