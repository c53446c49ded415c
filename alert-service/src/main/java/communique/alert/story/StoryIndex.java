package communique.alert.story;

import communique.alert.story.Postings.Numbers;
import communique.analysis.novelty.Fingerprint;
import communique.analysis.novelty.NoveltyJudge;
import communique.schemas.state.Story;
import communique.schemas.state.StoryReport;
import communique.schemas.v1.ArticleRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds among the open stories about one country the few an article may belong to, without reading the others. Kept in
 * memory, some four bytes for each feature of each report, and made anew from the stories at the start.
 *
 * <p>Reports of like weight are indexed together. How light its lightest report is says how much an article must share
 * with any of them, which is less where it shares a quote; the commonest features that together weigh less need not be
 * looked up, since a report that shares no other is not alike enough. So the reports looked at are those that share
 * something few have.
 */
final class StoryIndex {
    /** Sums of the same weights in another order may differ by so much. */
    private static final double ROUNDING = 1e-9;

    /** The heaviest report of a band weighs so many times what the lightest weighs. */
    private static final double BAND = 1.25;

    private final Map<Integer, Postings> bands = new TreeMap<>();
    private final List<Report> reports = new ArrayList<>();
    private final Map<String, Entry> byKey = new HashMap<>();
    private final Map<String, List<String>> byArticle = new HashMap<>();
    private Tally tally = new Tally(64);
    private int dropped;

    /** One report of a story; null in the list where its story is closed. */
    private record Report(String key, Optional<LocalDate> day, Weight weight) {
        boolean mayBeOf(Optional<LocalDate> other) {
            return day.isEmpty()
                    || other.isEmpty()
                    || Math.abs(ChronoUnit.DAYS.between(day.get(), other.get())) <= NoveltyJudge.STORY_DAYS;
        }

        /**
         * Whether what it shares with an article is enough to be of one story.
         *
         * @param least part of the smaller one that must be shared
         */
        boolean isLike(Weight article, double all, double names, double least) {
            return all >= least(least, Math.min(weight.all, article.all))
                    || names >= least(least, Math.min(weight.names, article.names));
        }
    }

    /** What each report shares with the article at hand; zero between articles. */
    private static final class Tally {
        private final double[] all;
        private final double[] names;
        private final boolean[] quoted;
        private final int[] touched;

        Tally(int reports) {
            all = new double[reports];
            names = new double[reports];
            quoted = new boolean[reports];
            touched = new int[reports];
        }

        void clear(int report) {
            all[report] = 0;
            names[report] = 0;
            quoted[report] = false;
        }
    }

    /**
     * How much some features tell.
     *
     * @param all all of them
     * @param names those that are the same in every language
     */
    private record Weight(double all, double names) {
        static Weight of(Collection<Feature> features) {
            return new Weight(
                    features.stream().mapToDouble(Feature::weight).sum(),
                    features.stream().mapToDouble(Feature::nameWeight).sum());
        }

        Weight and(Feature feature) {
            return new Weight(all + feature.weight, names + feature.nameWeight);
        }
    }

    /** A feature that tells something. */
    private record Feature(long hash, double weight, double nameWeight, boolean quote) {
        static List<Feature> of(Collection<String> names) {
            return names.stream()
                    .map(Feature::of)
                    .filter(feature -> feature.weight > 0)
                    .toList();
        }

        private static Feature of(String name) {
            double weight = Fingerprint.weight(name);
            return new Feature(
                    Postings.hash(name),
                    weight,
                    Fingerprint.isAcrossLanguages(name) ? weight : 0,
                    Fingerprint.isQuote(name));
        }
    }

    /** A story as far as it is indexed. */
    private record Entry(Instant updated, List<Integer> reports, List<String> articles) {}

    /** Takes in a story, or what was added to it. */
    void put(String key, Story story) {
        Entry known = byKey.get(key);
        List<Integer> numbers = new ArrayList<>(known == null ? List.of() : known.reports());
        List<StoryReport> all = story.getReports();
        all.subList(numbers.size(), all.size()).forEach(report -> numbers.add(add(key, report)));
        Set<String> articles = articles(story);
        articles.forEach(article -> byArticle.merge(article, List.of(key), StoryIndex::both));
        byKey.put(key, new Entry(story.getUpdated(), List.copyOf(numbers), List.copyOf(articles)));
    }

    /** Ids of the articles a story is made of: those its reports are of, and all its alerts rest on. */
    static Set<String> articles(Story story) {
        return Stream.concat(
                        story.getReports().stream().map(StoryReport::getArticleId),
                        story.getAlerts().stream()
                                .flatMap(alert -> alert.getSources().stream())
                                .map(ArticleRef::getId))
                .collect(Collectors.toSet());
    }

    private static List<String> both(List<String> some, List<String> more) {
        return some.containsAll(more)
                ? some
                : Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The number of the report added. */
    private int add(String key, StoryReport report) {
        List<Feature> features = Feature.of(report.getFeatures());
        Weight weight = Weight.of(features);
        int number = reports.size();
        reports.add(new Report(key, report.getDay(), weight));
        if (weight.all >= NoveltyJudge.LEAST_EVIDENCE) {
            int band = (int) Math.floor(Math.log(weight.all) / Math.log(BAND));
            Postings postings = bands.computeIfAbsent(band, any -> new Postings());
            features.forEach(feature -> postings.add(feature.hash, number));
        }
        return number;
    }

    /** Forgets a story. */
    void remove(String key) {
        Entry gone = byKey.remove(key);
        if (gone == null) {
            return;
        }
        gone.articles().forEach(article -> byArticle.computeIfPresent(article, (id, keys) -> without(keys, key)));
        gone.reports().forEach(number -> reports.set(number, null));
        dropped += gone.reports().size();
        if (dropped > reports.size() / 2) {
            compact();
        }
    }

    /** Null where nothing is left. */
    private static List<String> without(List<String> keys, String key) {
        List<String> left = keys.stream().filter(other -> !other.equals(key)).toList();
        return left.isEmpty() ? null : left;
    }

    private void compact() {
        int[] renumbered = new int[reports.size()];
        int kept = 0;
        for (int number = 0; number < renumbered.length; number++) {
            renumbered[number] = reports.get(number) == null ? -1 : kept++;
        }
        bands.replaceAll((band, postings) -> postings.renumbered(renumbered));
        reports.removeIf(report -> report == null);
        byKey.replaceAll((key, entry) -> new Entry(
                entry.updated(),
                entry.reports().stream().map(number -> renumbered[number]).toList(),
                entry.articles()));
        dropped = 0;
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
            public List<Story> carrying(String articleId) {
                return byArticle.getOrDefault(articleId, List.of()).stream()
                        .map(stories)
                        .toList();
            }
        };
    }

    /** Keys of the stories with a report that shares enough with an article to be of the same story. */
    Set<String> like(Fingerprint print, Optional<LocalDate> day) {
        List<Feature> features = Feature.of(print.features());
        Weight weight = Weight.of(features);
        Set<String> keys = new LinkedHashSet<>();
        bands.forEach((band, postings) -> {
            double smaller = Math.min(Math.pow(BAND, band), weight.all);
            Choice choice = Choice.of(features, postings, smaller);
            int count = touch(choice);
            for (int i = 0; i < count; i++) {
                int number = tally.touched[i];
                Report report = reports.get(number);
                if (report != null && report.mayBeOf(day) && isLike(report, number, weight, choice)) {
                    keys.add(report.key());
                }
                tally.clear(number);
            }
        });
        return keys;
    }

    /** A feature of an article, and the reports of a band that have it. */
    private record Found(Feature feature, Numbers reports) {}

    /**
     * The features of an article in one band.
     *
     * @param rare those whose reports are all looked at
     * @param common the others
     * @param more how much a report may share besides the rare ones
     * @param quoted whether a quote is among the common ones
     */
    private record Choice(List<Found> rare, List<Found> common, Weight more, boolean quoted) {
        /**
         * Leaves out as many of the commonest as no alike report could share alone.
         *
         * @param smaller how much the smaller of the article and any report weighs at least
         */
        static Choice of(List<Feature> features, Postings postings, double smaller) {
            List<Found> rare = new ArrayList<>();
            List<Found> common = new ArrayList<>();
            Weight more = new Weight(0, 0);
            boolean quoted = false;
            for (Found found : commonFirst(features, postings)) {
                Weight with = more.and(found.feature);
                boolean withQuote = quoted || found.feature.quote;
                if (with.all < least(share(withQuote), smaller) && with.names < least(0, 0)) {
                    common.add(found);
                    more = with;
                    quoted = withQuote;
                } else {
                    rare.add(found);
                }
            }
            return new Choice(rare, common, more, quoted);
        }

        private static List<Found> commonFirst(List<Feature> features, Postings postings) {
            return features.stream()
                    .map(feature -> new Found(feature, postings.of(feature.hash)))
                    .filter(found -> found.reports.size() > 0)
                    .sorted(Comparator.comparingInt(found -> -found.reports.size()))
                    .toList();
        }
    }

    /** Sums up what every report shares of the rare features; returns how many share any. */
    private int touch(Choice choice) {
        if (tally.all.length < reports.size()) {
            tally = new Tally(reports.size() * 2);
        }
        int count = 0;
        for (Found found : choice.rare) {
            for (int i = 0; i < found.reports.size(); i++) {
                int number = found.reports.get(i);
                if (tally.all[number] == 0) {
                    tally.touched[count++] = number;
                }
                tally.all[number] += found.feature.weight;
                tally.names[number] += found.feature.nameWeight;
                tally.quoted[number] |= found.feature.quote;
            }
        }
        return count;
    }

    /** Looks up the common features until they are too few that are left. */
    private boolean isLike(Report report, int number, Weight article, Choice choice) {
        boolean quoted = tally.quoted[number];
        double lowest = share(quoted || choice.quoted);
        double all = tally.all[number] + choice.more.all;
        double names = tally.names[number] + choice.more.names;
        for (int i = choice.common.size() - 1; i >= 0 && report.isLike(article, all, names, lowest); i--) {
            Found found = choice.common.get(i);
            if (found.reports.contains(number)) {
                quoted |= found.feature.quote;
            } else {
                all -= found.feature.weight;
                names -= found.feature.nameWeight;
            }
        }
        return report.isLike(article, all, names, share(quoted));
    }

    /** Part of the smaller one that must be shared, by whether a quote is. */
    private static double share(boolean quoted) {
        return quoted ? NoveltyJudge.LEAST_SHARE : NoveltyJudge.LEAST_SHARE_UNQUOTED;
    }

    /** How much must be shared at least with a report, where the smaller of the two weighs so much. */
    private static double least(double share, double smaller) {
        return Math.max(NoveltyJudge.LEAST_EVIDENCE, share * smaller) - ROUNDING;
    }

    /** How many stories there are. */
    int size() {
        return byKey.size();
    }

    /** Keys of so many stories, those to which nothing was added for longest. */
    List<String> oldest(int count) {
        return count == 0
                ? List.of()
                : byKey.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getValue().updated()))
                        .limit(count)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** Keys of the stories nothing was added to since a moment. */
    List<String> untouchedSince(Instant limit) {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getValue().updated().isBefore(limit))
                .map(Map.Entry::getKey)
                .toList();
    }
}
