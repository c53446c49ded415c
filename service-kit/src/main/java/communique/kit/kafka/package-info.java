/** Kafka as services use it: settings, clients, streams, topics, headers. */
package communique.kit.kafka;
