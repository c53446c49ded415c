package communique.analysis.novelty;

import communique.analysis.lexicon.Inflection;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.text.Units;
import java.util.Set;

/** Takes fingerprints of parts of texts in one language. Thread-safe. */
public final class Fingerprinter {
    private final Lexicon concepts;

    /**
     * Reads the concepts of a language.
     *
     * @param inflection the forms of its nouns
     */
    public Fingerprinter(LexiconFiles files, String language, Inflection inflection) {
        concepts = Concepts.of(files, language, inflection);
    }

    /** Fingerprint of a range of units. */
    public Fingerprint of(Units units, int from, int to) {
        return new FeatureReader(units, concepts).read(from, to);
    }

    /** The telling words in a row of a statement, by which it is known where it is told on. */
    public static Set<String> phrases(Units units, int from, int to) {
        return Phrases.of(units, from, to);
    }
}
