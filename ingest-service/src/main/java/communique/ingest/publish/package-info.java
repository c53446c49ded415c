/** The one path into Kafka, and what is read back from there: articles, dead letters, the state of sources. */
package communique.ingest.publish;
