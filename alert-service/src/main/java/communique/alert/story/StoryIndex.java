package communique.alert.story;

import communique.analysis.novelty.Fingerprint;
import communique.analysis.novelty.NoveltyJudge;
import communique.schemas.state.Story;
import communique.schemas.state.StoryReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds among the open stories about one country the few an article may belong to, without reading the others: for
 * every feature it knows which reports have it, and it looks only at reports that share a feature few have. Kept in
 * memory, eight bytes for each feature of each report, and made anew from the stories at the start.
 */
final class StoryIndex {
    /** Sums of the same weights in another order may differ by so much. */
    private static final double ROUNDING = 1e-9;

    private final Map<String, Feature> features = new HashMap<>();
    private final List<Report> reports = new ArrayList<>();
    private final Map<String, Entry> byKey = new HashMap<>();
    private final Map<String, String> byArticle = new HashMap<>();
    private int dropped;

    /** One report of a story; null in the list where its story is closed. */
    private record Report(String key, Optional<LocalDate> day, List<Feature> features, Weight weight) {
        boolean mayBeOf(Optional<LocalDate> other) {
            return day.isEmpty()
                    || other.isEmpty()
                    || Math.abs(ChronoUnit.DAYS.between(day.get(), other.get())) <= NoveltyJudge.STORY_DAYS;
        }

        boolean isLike(Set<Feature> article, Weight weightOfArticle) {
            Weight shared = Weight.of(features, article::contains);
            return isEnough(shared.all)
                    && (shared.all >= NoveltyJudge.LEAST_SHARE * Math.min(weight.all, weightOfArticle.all) - ROUNDING
                            || (isEnough(shared.names)
                                    && shared.names
                                            >= NoveltyJudge.LEAST_SHARE * Math.min(weight.names, weightOfArticle.names)
                                                    - ROUNDING));
        }
    }

    /**
     * How much some features tell.
     *
     * @param all all of them
     * @param names those that are the same in every language
     */
    private record Weight(double all, double names) {
        static Weight of(Collection<Feature> features, Predicate<Feature> which) {
            double all = 0;
            double names = 0;
            for (Feature feature : features) {
                if (which.test(feature)) {
                    all += feature.weight;
                    names += feature.acrossLanguages ? feature.weight : 0;
                }
            }
            return new Weight(all, names);
        }
    }

    /** A story as far as it is indexed. */
    private record Entry(Instant updated, List<Integer> reports, Set<String> articles) {}

    /** A feature, and the numbers of the reports that have it. */
    private static final class Feature {
        private final String name;
        private final double weight;
        private final boolean acrossLanguages;
        private int[] reports = new int[4];
        private int size;

        Feature(String name) {
            this.name = name;
            weight = Fingerprint.weight(name);
            acrossLanguages = Fingerprint.isAcrossLanguages(name);
        }

        void add(int report) {
            if (size == reports.length) {
                reports = Arrays.copyOf(reports, size * 2);
            }
            reports[size++] = report;
        }
    }

    /** Takes in a story, or what was added to it. */
    void put(String key, Story story) {
        Entry known = byKey.get(key);
        List<Integer> numbers = known == null ? new ArrayList<>() : known.reports();
        List<StoryReport> all = story.getReports();
        all.subList(numbers.size(), all.size())
                .forEach(report -> numbers.add(add(key, report.getDay(), report.getFeatures())));
        Set<String> articles = Retraction.articles(story);
        articles.forEach(article -> byArticle.put(article, key));
        byKey.put(key, new Entry(story.getUpdated(), numbers, articles));
    }

    /** The number of the report added. */
    private int add(String key, Optional<LocalDate> day, Collection<String> names) {
        List<Feature> all = names.stream()
                .map(name -> features.computeIfAbsent(name, Feature::new))
                .filter(feature -> feature.weight > 0)
                .toList();
        all.forEach(feature -> feature.add(reports.size()));
        reports.add(new Report(key, day, all, Weight.of(all, any -> true)));
        return reports.size() - 1;
    }

    /** Forgets a story. */
    void remove(String key) {
        Entry gone = byKey.remove(key);
        if (gone == null) {
            return;
        }
        gone.articles().forEach(article -> byArticle.remove(article, key));
        gone.reports().forEach(number -> reports.set(number, null));
        dropped += gone.reports().size();
        if (dropped > reports.size() / 2) {
            compact();
        }
    }

    private void compact() {
        List<Report> before = reports.stream().filter(Objects::nonNull).toList();
        reports.clear();
        features.clear();
        dropped = 0;
        byKey.values().forEach(entry -> entry.reports().clear());
        for (Report report : before) {
            List<String> names =
                    report.features().stream().map(feature -> feature.name).toList();
            byKey.get(report.key()).reports().add(add(report.key(), report.day(), names));
        }
    }

    /**
     * The open stories, found here and read where they are kept.
     *
     * @param stories reads a story by its key
     */
    OpenStories readingFrom(Function<String, Story> stories) {
        return new OpenStories() {
            @Override
            public Iterable<Story> like(Fingerprint print, Optional<LocalDate> day) {
                return StoryIndex.this.like(print, day).stream().map(stories).toList();
            }

            @Override
            public Optional<Story> carrying(String articleId) {
                return StoryIndex.this.carrying(articleId).map(stories);
            }
        };
    }

    /** Keys of the stories with a report that shares enough with an article to be of the same story. */
    Set<String> like(Fingerprint print, Optional<LocalDate> day) {
        List<Feature> all = print.features().stream()
                .map(name -> features.getOrDefault(name, new Feature(name)))
                .filter(feature -> feature.weight > 0)
                .sorted(Comparator.comparingInt(feature -> -feature.size))
                .toList();
        Weight weight = Weight.of(all, any -> true);
        Set<Feature> article = new HashSet<>(all);
        Set<String> keys = new LinkedHashSet<>();
        BitSet seen = new BitSet();
        for (Feature feature : all.subList(tooCommon(all), all.size())) {
            for (int i = 0; i < feature.size; i++) {
                int number = feature.reports[i];
                Report report = reports.get(number);
                if (!seen.get(number) && report != null && report.mayBeOf(day) && report.isLike(article, weight)) {
                    keys.add(report.key());
                }
                seen.set(number);
            }
        }
        return keys;
    }

    /** How many of the most common features are, all together, no evidence: what shares no other need not be seen. */
    private static int tooCommon(List<Feature> commonFirst) {
        double evidence = 0;
        int count = 0;
        while (count < commonFirst.size() && !isEnough(evidence + commonFirst.get(count).weight)) {
            evidence += commonFirst.get(count++).weight;
        }
        return count;
    }

    private static boolean isEnough(double evidence) {
        return evidence >= NoveltyJudge.LEAST_EVIDENCE - ROUNDING;
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
