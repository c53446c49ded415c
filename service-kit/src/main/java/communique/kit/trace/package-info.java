/** Spans for OpenTelemetry of what is sent and processed; off unless switched on. */
package communique.kit.trace;
