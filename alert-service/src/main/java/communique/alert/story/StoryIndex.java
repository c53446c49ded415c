package communique.alert.story;

import communique.analysis.novelty.Fingerprint;
import communique.analysis.novelty.NoveltyJudge;
import communique.schemas.state.Story;
import communique.schemas.state.StoryReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds among the open stories about one country the few an article may belong to, without reading the others: for
 * every feature it knows which reports have it. Kept in memory, four bytes for each feature of each report, and made
 * anew from the stories at the start.
 */
final class StoryIndex {
    /** Sums of the same weights in another order may differ by so much. */
    private static final double ROUNDING = 1e-9;

    private final Map<String, Postings> byFeature = new HashMap<>();
    private final List<Report> reports = new ArrayList<>();
    private final Map<String, Entry> byKey = new HashMap<>();
    private final Map<String, String> byArticle = new HashMap<>();
    private double[] shared = new double[0];
    private int dropped;

    /** One report of a story; null in the list where its story is closed. */
    private record Report(
            String key, double weight, double weightAcross, Optional<String> language, List<String> features) {
        static Report of(String key, List<String> features) {
            Fingerprint print = new Fingerprint(new TreeSet<>(features));
            return new Report(key, print.weight(), print.acrossLanguages().weight(), print.language(), features);
        }

        /** Texts in two languages share names and numbers only. */
        double smaller(Report other) {
            return language.equals(other.language)
                    ? Math.min(weight, other.weight)
                    : Math.min(weightAcross, other.weightAcross);
        }
    }

    /** A story as far as it is indexed. */
    private record Entry(Instant updated, int reports, Set<String> articles) {}

    /** Numbers of reports that have a feature. */
    private static final class Postings {
        private int[] numbers = new int[4];
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }
    }

    /** Takes in a story, or what was added to it. */
    void put(String key, Story story) {
        Entry known = byKey.get(key);
        int indexed = known == null ? 0 : known.reports();
        List<StoryReport> all = story.getReports();
        all.subList(indexed, all.size()).forEach(report -> add(key, List.copyOf(report.getFeatures())));
        Set<String> articles = Retraction.articles(story);
        articles.forEach(article -> byArticle.put(article, key));
        byKey.put(key, new Entry(story.getUpdated(), all.size(), articles));
    }

    private void add(String key, List<String> features) {
        Report report = Report.of(key, features);
        int number = reports.size();
        reports.add(report);
        features.forEach(feature ->
                byFeature.computeIfAbsent(feature, any -> new Postings()).add(number));
    }

    /** Forgets a story. */
    void remove(String key) {
        Entry gone = byKey.remove(key);
        if (gone == null) {
            return;
        }
        gone.articles().forEach(article -> byArticle.remove(article, key));
        for (int number = 0; number < reports.size(); number++) {
            Report report = reports.get(number);
            if (report != null && report.key().equals(key)) {
                reports.set(number, null);
                dropped++;
            }
        }
        if (dropped > reports.size() / 2) {
            compact();
        }
    }

    private void compact() {
        List<Report> kept = reports.stream().filter(report -> report != null).toList();
        reports.clear();
        byFeature.clear();
        dropped = 0;
        kept.forEach(report -> add(report.key(), report.features()));
    }

    /**
     * The open stories, found here and read where they are kept.
     *
     * @param stories reads a story by its key
     */
    OpenStories readingFrom(Function<String, Story> stories) {
        return new OpenStories() {
            @Override
            public Iterable<Story> like(Fingerprint print) {
                return StoryIndex.this.like(print).stream().map(stories).toList();
            }

            @Override
            public Optional<Story> carrying(String articleId) {
                return StoryIndex.this.carrying(articleId).map(stories);
            }
        };
    }

    /** Keys of the stories with a report that shares enough with a fingerprint to be of the same story. */
    Set<String> like(Fingerprint print) {
        if (shared.length < reports.size()) {
            shared = new double[reports.size() * 2];
        }
        Arrays.fill(shared, 0, reports.size(), 0);
        for (String feature : print.features()) {
            Postings postings = byFeature.get(feature);
            if (postings != null) {
                double weight = Fingerprint.weight(feature);
                for (int i = 0; i < postings.size; i++) {
                    shared[postings.numbers[i]] += weight;
                }
            }
        }
        return above(Report.of("", List.copyOf(print.features())));
    }

    private Set<String> above(Report article) {
        Set<String> keys = new LinkedHashSet<>();
        for (int number = 0; number < reports.size(); number++) {
            Report report = reports.get(number);
            if (report != null
                    && shared[number] > 0
                    && shared[number] >= NoveltyJudge.SAME_STORY * article.smaller(report) - ROUNDING) {
                keys.add(report.key());
            }
        }
        return keys;
    }

    /** Key of the story an article belongs to. */
    Optional<String> carrying(String articleId) {
        return Optional.ofNullable(byArticle.get(articleId));
    }

    /** Keys of the stories nothing was added to since a moment. */
    List<String> untouchedSince(Instant limit) {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getValue().updated().isBefore(limit))
                .map(Map.Entry::getKey)
                .toList();
    }
}
