/** Pashto: verb last, owners marked before them by "da", words around nouns on both sides. */
package communique.analysis.pashto;
