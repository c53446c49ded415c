package communique.analysis.novelty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Decides whether two articles tell one story, and whether a statement was known. */
public final class NoveltyJudge {
    /** Reports of one meeting or statement appear within days of each other. */
    private static final long STORY_DAYS = 4;

    /** Reports that share less of the smaller one's weight never tell one story: an index may pass over them. */
    public static final double SAME_STORY = 0.45;

    /** Names and numbers say less than words, and less still where the days are unknown. */
    private static final double SAME_STORY_ACROSS = 0.55;

    private static final double SAME_STORY_ACROSS_UNDATED = 0.75;

    /** Two short texts are alike by chance: so much must be shared. */
    private static final double LEAST_EVIDENCE = 2.5;

    private static final double SAME_STATEMENT = 0.6;

    private NoveltyJudge() {}

    /**
     * A judgement.
     *
     * @param same whether the two are the same
     * @param score how alike they are, 0 to 1
     * @param reason why, in words
     */
    public record Verdict(boolean same, double score, String reason) {}

    /** Whether two articles tell one story. A day that is unknown speaks neither for nor against. */
    public static Verdict sameStory(
            Fingerprint a, Optional<LocalDate> dayOfA, Fingerprint b, Optional<LocalDate> dayOfB) {
        Resemblance resemblance = Resemblance.of(a, b);
        boolean dated = dayOfA.isPresent() && dayOfB.isPresent();
        long days = dated ? Math.abs(ChronoUnit.DAYS.between(dayOfA.get(), dayOfB.get())) : 0;
        if (days > STORY_DAYS) {
            return new Verdict(false, resemblance.score(), days + " days apart");
        }
        double across = dated ? SAME_STORY_ACROSS : SAME_STORY_ACROSS_UNDATED;
        double least = a.isOfOtherLanguage(b) ? across : SAME_STORY;
        boolean same = resemblance.score() >= least && resemblance.evidence() >= LEAST_EVIDENCE;
        return new Verdict(same, resemblance.score(), resemblance.reason());
    }

    /**
     * Whether a statement says what an earlier one by the same speakers said. A number that only one of them has makes
     * it new.
     */
    public static Verdict sameStatement(Fingerprint statement, Fingerprint known) {
        Resemblance resemblance = Resemblance.of(statement, known);
        Optional<String> number = statement.features().stream()
                .filter(feature ->
                        feature.startsWith("number:") && !known.features().contains(feature))
                .findFirst();
        boolean otherNumbers =
                number.isPresent() && known.features().stream().anyMatch(feature -> feature.startsWith("number:"));
        if (otherNumbers) {
            return new Verdict(
                    false,
                    resemblance.score(),
                    "another figure: " + number.get().substring("number:".length()));
        }
        return new Verdict(resemblance.score() >= SAME_STATEMENT, resemblance.score(), resemblance.reason());
    }
}
