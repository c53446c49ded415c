package communique.analysis;

import communique.analysis.chinese.ChineseGrammar;
import communique.analysis.country.Countries;
import communique.analysis.english.EnglishGrammar;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.novelty.Fingerprinter;
import communique.analysis.pashto.PashtoGrammar;
import communique.analysis.persian.PersianGrammar;
import communique.analysis.russian.RussianGrammar;
import communique.analysis.speaker.Bodies;
import communique.analysis.speaker.People;
import communique.analysis.statement.Grammar;
import communique.analysis.statement.SpeechWords;
import communique.analysis.text.GrammarWords;
import communique.analysis.topic.Taxonomy;
import communique.analysis.urdu.UrduGrammar;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages the engine knows. Thread-safe; the data of a language are read when they are first asked for. */
final class Languages {
    private static final String DEFAULT = "en";

    private final LexiconFiles files;
    private final People people;
    private final Taxonomy taxonomy;
    private final Map<String, Grammar> grammars;
    private final Map<String, Language> read = new ConcurrentHashMap<>();

    Languages(LexiconFiles files) {
        this.files = files;
        people = new People(files);
        taxonomy = new Taxonomy(files);
        grammars = Stream.of(
                        new EnglishGrammar(),
                        new ChineseGrammar(),
                        new RussianGrammar(),
                        new PersianGrammar(),
                        new UrduGrammar(),
                        new PashtoGrammar())
                .collect(Collectors.toMap(Grammar::language, Function.identity()));
    }

    /** The grammars of all of them. */
    Collection<Grammar> grammars() {
        return grammars.values();
    }

    /** Reads the data of all of them. */
    void readAll() {
        grammars.keySet().forEach(code -> of(Optional.of(code)));
    }

    /** The language of a BCP 47 code; English where that is unknown. */
    Language of(Optional<String> code) {
        return read.computeIfAbsent(code.filter(grammars::containsKey).orElse(DEFAULT), this::read);
    }

    private Language read(String code) {
        Grammar grammar = grammars.get(code);
        Set<String> endings = GrammarWords.endings(files, code);
        Lexicon.Builder lexicon = new Lexicon.Builder(endings, grammar.inflection());
        GrammarWords.addTo(lexicon, files, code);
        SpeechWords.addTo(lexicon, files, code);
        Countries.addTo(lexicon, files, code);
        Bodies.addTo(lexicon, files, code);
        Bodies.addOutletsTo(lexicon, files);
        people.addTo(lexicon, code);
        taxonomy.addTo(lexicon, code);
        Lexicon.Builder countries = new Lexicon.Builder(endings, grammar.inflection());
        Countries.addTo(countries, files, code);
        Countries.markInside(lexicon, countries.build());
        Lexicon.Builder topics = new Lexicon.Builder(endings, grammar.inflection());
        taxonomy.addTo(topics, code);
        Taxonomy.markInside(lexicon, topics.build());
        return new Language(lexicon.build(), grammar, new Fingerprinter(files, code, grammar.inflection()));
    }
}
