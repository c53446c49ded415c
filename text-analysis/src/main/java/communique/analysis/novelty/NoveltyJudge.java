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

    private static final double SAME_STORY_UNDATED = 0.5;
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
        if (dayOfA.isEmpty() || dayOfB.isEmpty()) {
            return new Verdict(resemblance.score() >= SAME_STORY_UNDATED, resemblance.score(), resemblance.reason());
        }
        long days = Math.abs(ChronoUnit.DAYS.between(dayOfA.get(), dayOfB.get()));
        if (days > STORY_DAYS) {
            return new Verdict(false, resemblance.score(), days + " days apart");
        }
        return new Verdict(resemblance.score() >= SAME_STORY, resemblance.score(), resemblance.reason());
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
