/** Rules and routes, tried without running anything. */
package communique.standalone.rule;
