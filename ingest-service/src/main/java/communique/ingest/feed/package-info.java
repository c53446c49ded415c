/** Feeds: what is configured, what a feed holds, when it is polled next. */
package communique.ingest.feed;
