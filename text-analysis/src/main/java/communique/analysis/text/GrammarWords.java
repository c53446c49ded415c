package communique.analysis.text;

import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.lexicon.NormalText;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a language's {@code words.txt}. */
public final class GrammarWords {
    private static final String ENDING = "ending";
    private static final int MONTHS = 12;

    /** Classes of which a word's place in its line tells which month it is. */
    private static final Set<WordClass> CALENDARS = EnumSet.of(WordClass.MONTH, WordClass.SOLAR_MONTH);

    /** Classes of nouns and adjectives, which have forms. */
    private static final Set<WordClass> NOMINAL = EnumSet.of(
            WordClass.FORMER,
            WordClass.MODIFIER,
            WordClass.COLLECTIVE,
            WordClass.PAIR,
            WordClass.COUNTRY_ANAPHOR,
            WordClass.ANAPHOR,
            WordClass.FOOTNOTE,
            WordClass.OCCASION,
            WordClass.GUARD);

    private GrammarWords() {}

    /** The endings of a language: what may follow a term that is marked with {@code *}. */
    public static Set<String> endings(LexiconFiles files, String language) {
        return files.read(language + "/words.txt").stream()
                .filter(block -> block.id().equals(ENDING))
                .flatMap(block -> block.fields().stream())
                .flatMap(field -> field.values().stream())
                .map(NormalText::fold)
                .collect(Collectors.toSet());
    }

    /** Adds the words of one language to a lexicon. */
    public static void addTo(Lexicon.Builder lexicon, LexiconFiles files, String language) {
        for (Block block : files.read(language + "/words.txt")) {
            if (block.id().equals(ENDING)) {
                continue;
            }
            WordClass wordClass = wordClass(block);
            for (Block.Field field : block.fields()) {
                List<String> words = field.values();
                if (CALENDARS.contains(wordClass) && words.size() != MONTHS) {
                    throw block.wrong(field, "must list the twelve months in their order, but lists " + words.size());
                }
                for (int i = 0; i < words.size(); i++) {
                    WordSense sense = new WordSense(wordClass, i);
                    if (NOMINAL.contains(wordClass)) {
                        lexicon.addNoun(words.get(i), sense);
                    } else {
                        lexicon.add(words.get(i), sense);
                    }
                }
            }
        }
    }

    private static WordClass wordClass(Block block) {
        try {
            return WordClass.valueOf(block.id().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw block.wrong("no class of words is called '" + block.id() + "'");
        }
    }
}
