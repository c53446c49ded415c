/** Typed configuration: where values come from, how they are checked, how mistakes are told. */
package communique.kit.config;
