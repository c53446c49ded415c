package communique.standalone.evaluate;

import communique.analysis.novelty.Fingerprint;
import communique.analysis.novelty.NoveltyJudge;
import communique.analysis.novelty.NoveltyJudge.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Articles with a story key, told apart into stories as the alert service does it: in order of publication, each joins
 * the story with the report it resembles most, or begins one.
 */
final class StoryPairs {
    private final List<Report> reports = new ArrayList<>();

    /**
     * An article.
     *
     * @param key its story as labelled
     * @param day day of publication
     * @param print what it tells
     */
    record Report(String id, String language, String key, Optional<LocalDate> day, Fingerprint print) {}

    /**
     * Two articles.
     *
     * @param labelled whether they are of one story
     * @param said whether the engine says so
     * @param verdict the engine's comparison of these two alone
     */
    record Pair(Report earlier, Report later, boolean labelled, boolean said, Verdict verdict) {
        /** Why the engine says so. */
        String reason() {
            return said && !verdict.same() ? verdict.reason() + ", but one with a third report" : verdict.reason();
        }
    }

    void add(Report report) {
        reports.add(report);
    }

    /** Every pair; those without a day come last, in the order they were added. */
    List<Pair> pairs() {
        List<Report> order = reports.stream()
                .sorted(Comparator.comparing(report -> report.day().orElse(LocalDate.MAX)))
                .toList();
        List<List<Report>> stories = new ArrayList<>();
        order.forEach(report -> story(report, stories).add(report));
        List<Pair> pairs = new ArrayList<>();
        for (int later = 0; later < order.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                pairs.add(pair(order.get(earlier), order.get(later), stories));
            }
        }
        return pairs;
    }

    private static Pair pair(Report earlier, Report later, List<List<Report>> stories) {
        boolean said = stories.stream().anyMatch(story -> story.contains(earlier) && story.contains(later));
        return new Pair(earlier, later, earlier.key().equals(later.key()), said, compare(earlier, later));
    }

    private static List<Report> story(Report report, List<List<Report>> stories) {
        List<Report> best = null;
        double score = 0;
        for (List<Report> story : stories) {
            for (Report known : story) {
                Verdict verdict = compare(known, report);
                if (verdict.same() && verdict.score() > score) {
                    best = story;
                    score = verdict.score();
                }
            }
        }
        if (best == null) {
            best = new ArrayList<>();
            stories.add(best);
        }
        return best;
    }

    private static Verdict compare(Report a, Report b) {
        return NoveltyJudge.sameStory(b.print(), b.day(), a.print(), a.day());
    }
}
