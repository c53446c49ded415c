/** The grammar of English as far as it tells who speaks. */
package communique.analysis.english;
