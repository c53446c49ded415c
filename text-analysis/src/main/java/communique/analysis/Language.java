package communique.analysis;

import communique.analysis.lexicon.Lexicon;
import communique.analysis.novelty.Fingerprinter;
import communique.analysis.statement.Grammar;

/**
 * What the engine knows of one language.
 *
 * @param lexicon its terms
 * @param grammar how it tells who speaks
 * @param fingerprinter tells what a text is recognised by
 */
record Language(Lexicon lexicon, Grammar grammar, Fingerprinter fingerprinter) {}
