/** A grammar made of data and a word order, for the languages that need no more. */
package communique.analysis.phrase;
