/** HTTP in and out: the endpoint every service has, and where connections may go. */
package communique.kit.http;
