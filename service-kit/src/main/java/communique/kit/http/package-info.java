/** The HTTP endpoint every service has: health, metrics, and the service's own routes. */
package communique.kit.http;
