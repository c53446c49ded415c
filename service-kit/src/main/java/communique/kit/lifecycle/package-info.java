/** How a service starts, says how it is, and stops. */
package communique.kit.lifecycle;
