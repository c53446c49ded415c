package communique.analysis;

import communique.analysis.country.CountryTagger;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.lexicon.NormalText;
import communique.analysis.speaker.Bloc;
import communique.analysis.speaker.Bodies;
import communique.analysis.speaker.Outlet;
import communique.analysis.statement.CommonRule;
import communique.analysis.statement.Grammar;
import communique.analysis.statement.Refusal;
import communique.analysis.statement.Rule;
import communique.analysis.statement.Statement;
import communique.analysis.statement.StatementFinder;
import communique.analysis.text.Boilerplate;
import communique.analysis.text.Dateline;
import communique.analysis.text.LanguageDetector;
import communique.analysis.text.PageLayout;
import communique.analysis.text.PageLayout.Line;
import communique.analysis.text.PageLayout.Part;
import communique.analysis.text.Sentence;
import communique.analysis.text.SentenceSplitter;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import communique.analysis.topic.TopicTag;
import communique.analysis.topic.TopicTagger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The engine: analyses documents by what its data files tell, which it reads once, those of a language when the first
 * document in it comes. Thread-safe, deterministic, without clock or network.
 */
public final class Analyzer {
    /** Version of the rules and data, raised whenever either changes what is found. */
    public static final String VERSION = "1";

    private final LanguageDetector detector = new LanguageDetector();
    private final Languages languages;
    private final Map<String, Bloc> blocs;
    private final Boilerplate boilerplate;

    /**
     * Begins with our data files, or with those of an operator's folder too; then all are read at once, so that what is
     * wrong in the folder is known from the start.
     *
     * @param overlay folder of data files that add to ours
     * @throws communique.analysis.lexicon.LexiconException where an entry is malformed
     */
    public Analyzer(Optional<Path> overlay) {
        LexiconFiles files = new LexiconFiles(overlay);
        boilerplate = new Boilerplate(files);
        blocs = Bodies.blocs(files);
        languages = new Languages(files);
        if (overlay.isPresent()) {
            languages.readAll();
        }
    }

    /** Every rule that can find a statement, those of all languages first. */
    public List<Rule> rules() {
        Stream<Rule> common = CommonRule.all().stream();
        Stream<Rule> perLanguage = languages.grammars().stream()
                .sorted(Comparator.comparing(Grammar::language))
                .flatMap(grammar -> grammar.rules().stream());
        return Stream.concat(common, perLanguage).toList();
    }

    /** Analyses a document; never throws, whatever the text. */
    public Analysis analyze(Document document) {
        Optional<String> language = detector.detect(document.text());
        Language known = languages.of(language);
        Units units = units(document, known);
        List<Sentence> withDatelines = ofArticle(units, document);
        Dating dating = Dating.of(units, withDatelines, document.published());
        List<Sentence> sentences = withoutDatelines(units, withDatelines);
        StatementFinder finder = new StatementFinder(
                known.grammar(),
                units,
                sentences,
                dating.day(document.published()),
                Outlet.of(document.outletCountry(), document.official(), units),
                blocs);
        CodePoints offsets = new CodePoints(document.text());
        List<StatementFinder.Found> stated = finder.find();
        TopicTagger topics = new TopicTagger(units, sentences);
        List<Statement> statements = new ArrayList<>(stated.size());
        for (StatementFinder.Found found : stated) {
            List<String> matters = topics.ofSentence(found.index()).stream()
                    .map(TopicTag::code)
                    .toList();
            statements.add(statement(found, sentences.get(found.index()), matters, units, offsets));
        }
        return new Analysis(
                language,
                CountryTagger.tag(
                        units,
                        sentences,
                        codes(statements, s -> s.states().stream()),
                        codes(statements, s -> s.about().stream())),
                topics.ofArticle(onMainMatter(stated)),
                statements,
                refusals(finder, units, new CodePoints(document.text())),
                dating.eventDate(),
                dating.staleness());
    }

    /**
     * Takes the fingerprints of a document by its statements.
     *
     * @param statements statements found in it, or some of them
     */
    public ArticlePrint fingerprint(Document document, List<Statement> statements) {
        Language known = language(document);
        Units units = units(document, known);
        List<Sentence> sentences = withoutDatelines(units, ofArticle(units, document));
        return ArticlePrint.of(
                known,
                units,
                sentences.isEmpty() ? SentenceSplitter.split(units) : sentences,
                new CodePoints(document.text()),
                statements,
                document.published());
    }

    /**
     * Everybody whom words in a document are attributed to, states or not, in text order: those its grammar resolves,
     * and in English the phrases that only name a source.
     */
    public List<Source> sources(Document document) {
        Language known = language(document);
        Units units = units(document, known);
        CodePoints offsets = new CodePoints(document.text());
        return withoutDatelines(units, ofArticle(units, document)).stream()
                .flatMap(sentence -> SentenceSources.of(units, sentence, known.grammar()).stream())
                .map(source -> source(source, units, offsets))
                .toList();
    }

    private static Source source(SentenceSources.Found found, Units units, CodePoints offsets) {
        int from = units.text().origin(units.start(found.from()));
        int to = units.text().origin(units.end(found.to() - 1) - 1) + 1;
        return new Source(
                offsets.at(from), offsets.at(to), units.text().original().substring(from, to), found.states());
    }

    private static Units units(Document document, Language language) {
        Units units = Units.of(NormalText.of(document.text()), language.lexicon());
        language.grammar().settle(units);
        return units;
    }

    private Language language(Document document) {
        return languages.of(detector.detect(document.text()));
    }

    /** The sentences of the article, without those of the page around it. */
    private List<Sentence> ofArticle(Units units, Document document) {
        List<Line> lines =
                PageLayout.of(document.text(), document.title(), boilerplate).lines();
        List<Sentence> sentences = new ArrayList<>();
        int line = 0;
        for (Sentence sentence : SentenceSplitter.split(units)) {
            int start = units.text().origin(units.start(sentence.from()));
            while (line < lines.size() && lines.get(line).end() <= start) {
                line++;
            }
            boolean onPage = line < lines.size() && lines.get(line).start() <= start && isPage(lines.get(line));
            if (!onPage && !units.holds(sentence, WordClass.NOTICE)) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    private static boolean isPage(Line line) {
        return line.part() == Part.PAGE || line.part() == Part.DATE;
    }

    private static List<Sentence> withoutDatelines(Units units, List<Sentence> sentences) {
        List<Sentence> without = new ArrayList<>(sentences.size());
        for (Sentence sentence : sentences) {
            int end = Dateline.end(units, sentence);
            without.add(end == sentence.from() ? sentence : sentence.from(end));
        }
        return without;
    }

    private static List<Refusal> refusals(StatementFinder finder, Units units, CodePoints offsets) {
        return finder.refusals().stream()
                .map(refusal -> {
                    int from = units.text().origin(units.start(refusal.start()));
                    int to = units.text().origin(units.end(refusal.end() - 1) - 1) + 1;
                    return new Refusal(
                            offsets.at(from),
                            offsets.at(to),
                            units.text().original().substring(from, to),
                            refusal.rule());
                })
                .toList();
    }

    private static Set<String> codes(List<Statement> statements, Function<Statement, Stream<String>> part) {
        return statements.isEmpty()
                ? Set.of()
                : statements.stream().flatMap(part).collect(Collectors.toSet());
    }

    /** The numbers of the sentences that are statements about the country most spoken about. */
    private static Set<Integer> onMainMatter(List<StatementFinder.Found> stated) {
        if (stated.isEmpty()) {
            return Set.of();
        }
        Map<String, Long> spokenAbout = stated.stream()
                .flatMap(found -> found.about().stream())
                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
        Optional<String> main = spokenAbout.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        return stated.stream()
                .filter(found -> main.filter(found.about()::contains).isPresent())
                .map(StatementFinder.Found::index)
                .collect(Collectors.toSet());
    }

    private static Statement statement(
            StatementFinder.Found found, Sentence sentence, List<String> topics, Units units, CodePoints offsets) {
        int from = units.text().origin(units.start(sentence.from()));
        int to = units.text().origin(units.end(sentence.to() - 1) - 1) + 1;
        return new Statement(
                found.speakers(),
                found.act(),
                found.about(),
                topics,
                units.text().original().substring(from, to),
                offsets.at(from),
                offsets.at(to),
                found.confidence(),
                found.rules(),
                found.cue().isPresent()
                        ? Optional.of(original(units, found.cue().getAsInt()))
                        : Optional.empty());
    }

    private static String original(Units units, int unit) {
        int from = units.text().origin(units.start(unit));
        int to = units.text().origin(units.end(unit) - 1) + 1;
        return units.text().original().substring(from, to);
    }
}
