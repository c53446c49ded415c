/** enrich-service: articles.raw to articles.enriched and statements. */
package communique.enrich;
