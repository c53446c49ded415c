/** alert-service: articles.enriched to alerts and decisions, and their delivery. */
package communique.alert;
