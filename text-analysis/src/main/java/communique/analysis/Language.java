package communique.analysis;

import communique.analysis.lexicon.Lexicon;
import communique.analysis.statement.Grammar;

/**
 * What the engine knows of one language.
 *
 * @param lexicon its terms
 * @param grammar how it tells who speaks
 */
record Language(Lexicon lexicon, Grammar grammar) {}
