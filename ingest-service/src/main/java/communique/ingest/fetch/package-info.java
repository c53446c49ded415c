/** Gets bytes from addresses other people control: within a time, within a size, from public addresses only. */
package communique.ingest.fetch;
