/** Sending over HTTP as every channel that does so does it: bounded, without redirects, not into private networks. */
package communique.alert.delivery.http;
