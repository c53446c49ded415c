/** The schema registry as services and deployment use it. */
package communique.kit.registry;
