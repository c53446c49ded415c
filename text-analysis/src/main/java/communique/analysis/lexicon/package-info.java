/** The data files and the one matcher that every tagger shares. */
package communique.analysis.lexicon;
