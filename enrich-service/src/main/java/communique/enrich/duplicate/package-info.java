/** The same article twice is one article. */
package communique.enrich.duplicate;
