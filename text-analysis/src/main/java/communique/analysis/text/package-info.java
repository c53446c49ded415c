/** Text before meaning: language, page structure, normal form, sentences, quotations, dates. */
package communique.analysis.text;
