/** Articles in files and folders. */
package communique.ingest.archive;
