/** Meters and how they are shown. */
package communique.kit.metrics;
