/** From a raw article to an enriched one: values in, values out. */
package communique.enrich.article;
