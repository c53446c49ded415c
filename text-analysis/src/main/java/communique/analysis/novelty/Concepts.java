package communique.analysis.novelty;

import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.Inflection;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.text.GrammarWords;
import java.util.Arrays;
import java.util.Locale;

/** Reads {@code concepts.txt}: a small dictionary of our languages, by which reports in two of them are compared. */
final class Concepts {
    private Concepts() {}

    /** The words of one language. */
    static Lexicon of(LexiconFiles files, String language, Inflection inflection) {
        Lexicon.Builder lexicon = new Lexicon.Builder(GrammarWords.endings(files, language), inflection);
        for (Block block : files.read("concepts.txt")) {
            ConceptSense sense = new ConceptSense(type(block), block.id());
            block.fields().stream()
                    .filter(field -> field.key().equals(language))
                    .flatMap(field -> field.values().stream())
                    .forEach(term -> lexicon.addNoun(term, sense));
        }
        return lexicon.build();
    }

    private static ConceptSense.Type type(Block block) {
        return Arrays.stream(ConceptSense.Type.values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(block.title()))
                .findFirst()
                .orElseThrow(() ->
                        block.wrong("must read '[id] kind', the kind one of matter, act, meeting, victims, place"));
    }
}
