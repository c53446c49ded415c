/**
 * From what was found to an article: decoding, main text, metadata, dates, language, identity. No network, no Kafka.
 */
package communique.ingest.article;
