/**
 * Delivery of alerts to channels, at least once. Every channel is a consumer group of its own with a thread of its own,
 * so a dead receiver delays nobody else; its lag is its queue.
 */
package communique.alert.delivery;
