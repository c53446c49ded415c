/** Articles that others send over HTTP. */
package communique.ingest.push;
