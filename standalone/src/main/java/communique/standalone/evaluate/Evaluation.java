package communique.standalone.evaluate;

import communique.analysis.Analysis;
import communique.analysis.Analyzer;
import communique.analysis.Document;
import communique.analysis.country.CountryTag;
import communique.analysis.statement.Statement;
import communique.analysis.topic.TopicTag;
import communique.standalone.evaluate.LabelledArticle.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what the engine finds with labels. */
public final class Evaluation {
    /** The states whose statements the labels are about. */
    private static final Set<String> WATCHED = Set.of("CN", "RU", "IR", "PK");

    private final Analyzer analyzer;
    private final double threshold;
    private final Map<String, Scores> byLanguage = new TreeMap<>();
    private final Scores all = new Scores();
    private final List<Miss> misses = new ArrayList<>();
    private final StoryPairs stories = new StoryPairs();
    private final TrackRecords trackRecords = new TrackRecords();
    private final Map<String, List<Document>> documents = new TreeMap<>();

    /**
     * One difference from the labels.
     *
     * @param article id of the article
     * @param language its language
     * @param kind what kind of miss
     * @param detail what was wanted and what was found, with the engine's reasons
     */
    public record Miss(String article, String language, String kind, String detail) {}

    /**
     * Nothing compared yet.
     *
     * @param threshold least confidence of a statement that counts
     */
    public Evaluation(Analyzer analyzer, double threshold) {
        this.analyzer = analyzer;
        this.threshold = threshold;
    }

    /** Figures by language, and under "all" over all. */
    public Map<String, Scores> scores() {
        Map<String, Scores> scores = new TreeMap<>(byLanguage);
        scores.put("all", all);
        all.novelty.clear();
        stories.pairs()
                .forEach(pair -> all.novelty.add(
                        pair.labelled() && pair.said() ? 1 : 0, pair.said() ? 1 : 0, pair.labelled() ? 1 : 0));
        return scores;
    }

    /** Measures how fast the articles so far are analysed; takes seven seconds for each language. */
    public void measureSpeed() {
        documents.forEach((language, texts) ->
                byLanguage.computeIfAbsent(language, l -> new Scores()).speed = Speed.of(analyzer, texts));
        all.speed = Speed.of(
                analyzer, documents.values().stream().flatMap(List::stream).toList());
    }

    /** How often the rules of attribution are right. */
    TrackRecords trackRecords() {
        return trackRecords;
    }

    /** Every difference, in the order of the articles; those between articles come last. */
    public List<Miss> misses() {
        List<Miss> all = new ArrayList<>(misses);
        stories.pairs().stream()
                .filter(pair -> pair.labelled() != pair.said())
                .forEach(pair -> all.add(new Miss(
                        pair.later().id(),
                        pair.later().language(),
                        pair.labelled() ? "missed story" : "wrong story",
                        "with " + pair.earlier().id() + ": " + pair.reason())));
        return all;
    }

    /** Compares one article. */
    public void add(LabelledArticle article) {
        if (article.ambiguous() && article.storyKey() == null) {
            return;
        }
        String head = article.head();
        int shift = head.codePointCount(0, head.length());
        Document document = article.document();
        documents
                .computeIfAbsent(article.language(), language -> new ArrayList<>())
                .add(document);
        Analysis analysis = analyzer.analyze(document);
        List<Statement> found = analysis.statements().stream()
                .filter(s -> s.about().contains(article.about())
                        && s.states().stream().anyMatch(WATCHED::contains))
                .filter(s -> s.confidence() >= threshold)
                .toList();
        if (article.storyKey() != null) {
            stories.add(new StoryPairs.Report(
                    article.id(),
                    article.language(),
                    article.storyKey(),
                    document.published(),
                    analyzer.fingerprint(document, found).story()));
        }
        if (article.ambiguous()) {
            return;
        }
        Scores scores = byLanguage.computeIfAbsent(article.language(), language -> new Scores());
        for (Scores target : List.of(scores, all)) {
            compare(article, analysis, found, shift, target);
        }
        record(article, found, shift);
        explain(article, analysis, found, shift);
    }

    private static void compare(
            LabelledArticle article, Analysis analysis, List<Statement> found, int shift, Scores scores) {
        scores.countArticle(article.expectedAlert(), !found.isEmpty());
        sets(scores.speaker, watched(found), new HashSet<>(article.speakers()));
        sets(scores.country, mainCountries(analysis), new HashSet<>(article.countries()));
        sets(scores.topic, topics(analysis), new HashSet<>(article.topics()));
        if (article.statements() != null) {
            Matching matching = match(article, found, shift);
            int wanted = (int)
                    article.statements().stream().filter(s -> !s.optional()).count();
            int right = matching.right().size();
            scores.statement.add(right, right + matching.wrong().size(), wanted);
            matching.right().forEach(statement -> scores.reliability.add(statement.confidence(), true));
            matching.wrong().forEach(statement -> scores.reliability.add(statement.confidence(), false));
        }
    }

    private void record(LabelledArticle article, List<Statement> found, int shift) {
        if (article.statements() != null) {
            Matching matching = match(article, found, shift);
            matching.right().forEach(statement -> trackRecords.add(statement, true));
            matching.wrong().forEach(statement -> trackRecords.add(statement, false));
        }
    }

    private static Set<String> mainCountries(Analysis analysis) {
        return analysis.countries().stream()
                .filter(CountryTag::main)
                .map(CountryTag::code)
                .collect(Collectors.toSet());
    }

    private static Set<String> topics(Analysis analysis) {
        return analysis.topics().stream().map(TopicTag::code).collect(Collectors.toSet());
    }

    private static Set<String> watched(List<Statement> statements) {
        return statements.stream()
                .flatMap(s -> s.states().stream())
                .filter(WATCHED::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void sets(Figure figure, Set<String> predicted, Set<String> labelled) {
        Set<String> right = new HashSet<>(predicted);
        right.retainAll(labelled);
        figure.add(right.size(), predicted.size(), labelled.size());
    }

    private record Matching(List<Statement> right, List<Statement> wrong, List<Span> missed) {}

    private static Matching match(LabelledArticle article, List<Statement> found, int shift) {
        List<Span> open = new ArrayList<>(
                article.statements().stream().filter(s -> !s.optional()).toList());
        List<Statement> wrong = new ArrayList<>();
        List<Statement> right = new ArrayList<>();
        for (List<Statement> sentence : bySentence(found)) {
            Statement statement = sentence.get(0);
            int from = statement.start() - shift;
            int to = statement.end() - shift;
            if (to <= 0) {
                continue;
            }
            Set<String> states = watched(sentence);
            Optional<Span> hit = open.stream()
                    .filter(s -> s.matches(from, to) && new TreeSet<>(s.speakers()).equals(states))
                    .findFirst();
            if (hit.isPresent()) {
                open.remove(hit.get());
                right.add(statement);
            } else if (article.statements().stream().noneMatch(s -> s.optional() && s.matches(from, to))) {
                wrong.add(statement);
            }
        }
        return new Matching(right, wrong, open);
    }

    /** Labels are by sentence: what several say apart in one sentence is compared as one. */
    private static Collection<List<Statement>> bySentence(List<Statement> found) {
        Map<Integer, List<Statement>> sentences = new TreeMap<>();
        found.forEach(statement -> sentences
                .computeIfAbsent(statement.start(), start -> new ArrayList<>())
                .add(statement));
        return sentences.values();
    }

    private void explain(LabelledArticle article, Analysis analysis, List<Statement> found, int shift) {
        explainTags(article, "countries", mainCountries(analysis), article.countries());
        explainTags(article, "topics", topics(analysis), article.topics());
        if (article.expectedAlert() != !found.isEmpty()) {
            misses.add(new Miss(
                    article.id(),
                    article.language(),
                    article.expectedAlert() ? "missed alert" : "false alarm",
                    article.speakers() + " expected, " + watched(found) + " found: " + describe(found)));
        } else if (!watched(found).equals(new TreeSet<>(article.speakers()))) {
            misses.add(new Miss(
                    article.id(),
                    article.language(),
                    "speakers",
                    article.speakers() + " expected, " + watched(found) + " found"));
        }
        if (article.statements() != null) {
            Matching matching = match(article, found, shift);
            matching.wrong()
                    .forEach(s -> misses.add(
                            new Miss(article.id(), article.language(), "wrong statement", describe(List.of(s)))));
            matching.missed()
                    .forEach(s -> misses.add(new Miss(
                            article.id(),
                            article.language(),
                            "missed statement",
                            s.speakers() + " " + cut(article.text(), s))));
        }
    }

    /** Which tags are missing, and which there are too many. */
    private void explainTags(LabelledArticle article, String kind, Set<String> found, Collection<String> labelled) {
        Set<String> missing = new TreeSet<>(labelled);
        missing.removeAll(found);
        Set<String> surplus = new TreeSet<>(found);
        surplus.removeAll(labelled);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            misses.add(
                    new Miss(article.id(), article.language(), kind, "missing " + missing + ", too many " + surplus));
        }
    }

    private static String describe(List<Statement> found) {
        return found.stream()
                .map(s -> s.states() + " about " + s.about() + " " + s.rules() + " " + s.text())
                .collect(Collectors.joining(" / "));
    }

    private static String cut(String text, Span span) {
        return text.substring(text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end()));
    }
}
