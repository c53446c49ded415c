/** Takes news in, by feeds, files and pushes, and puts every article once on the topic of raw articles. */
package communique.ingest;
