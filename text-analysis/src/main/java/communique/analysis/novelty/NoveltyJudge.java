package communique.analysis.novelty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Decides whether two articles tell one story, and whether a statement was known. */
public final class NoveltyJudge {
    /** Reports of one meeting or statement appear within days of each other. */
    public static final long STORY_DAYS = 4;

    /** Reports that share features of less weight never tell one story: an index may pass over them. */
    public static final double LEAST_EVIDENCE = Nearness.leastEvidence();

    /** Nor do reports that share a smaller part of the smaller one's weight. */
    public static final double LEAST_SHARE = Nearness.WITH_PHRASE;

    /** Nor, where no words of a statement are the same, reports that share a smaller part than this. */
    public static final double LEAST_SHARE_UNQUOTED = Nearness.leastShare();

    private static final double SAME_STATEMENT = 0.6;

    /** Names and topics alone make nothing known: so much of them must be shared across languages. */
    private static final double STATEMENT_EVIDENCE_ACROSS = 1.5;

    /** Where no state speaks in both, more must be alike. */
    private static final double OTHER_SPEAKERS = 0.1;

    /** Nor where they speak of, or in, other things and places. */
    private static final double OTHER_MATTERS = 0.25;

    private static final String PHONE_CALL = FeatureKind.ACT.feature("phone-call");

    private NoveltyJudge() {}

    /**
     * A judgement.
     *
     * @param same whether the two are the same
     * @param score how alike they are, 0 to 1
     * @param reason why, in words
     */
    public record Verdict(boolean same, double score, String reason) {}

    /**
     * Whether two articles tell one story. A day that is unknown speaks neither for nor against, but much more must be
     * alike then.
     */
    public static Verdict sameStory(
            Fingerprint a, Optional<LocalDate> dayOfA, Fingerprint b, Optional<LocalDate> dayOfB) {
        Resemblance names = Resemblance.acrossLanguages(a, b);
        Resemblance all = a.isOfOtherLanguage(b) ? names : Resemblance.of(a, b);
        Resemblance closer = all.score() >= names.score() ? all : names;
        Optional<String> differs =
                apart(dayOfA, dayOfB).or(() -> otherVictims(a, b)).or(() -> otherCall(a, b));
        if (differs.isPresent()) {
            return new Verdict(false, closer.score(), differs.get());
        }
        Nearness nearness = Nearness.of(a, dayOfA, b, dayOfB);
        double more = (disjoint(a.of(FeatureKind.SPEAKER), b.of(FeatureKind.SPEAKER)) ? OTHER_SPEAKERS : 0)
                + (disjoint(matters(a), matters(b)) ? OTHER_MATTERS : 0);
        boolean same = nearness.suffices(names, all, more);
        return new Verdict(same, closer.score(), closer.reason() + (same ? "" : nearness.lack(closer)));
    }

    private static Optional<String> apart(Optional<LocalDate> a, Optional<LocalDate> b) {
        return a.flatMap(day -> b.map(other -> Math.abs(ChronoUnit.DAYS.between(day, other))))
                .filter(days -> days > STORY_DAYS)
                .map(days -> days + " days apart");
    }

    /** Both tell of victims, and no number of them is the same: the toll has risen, or it is another attack. */
    private static Optional<String> otherVictims(Fingerprint a, Fingerprint b) {
        Set<String> one = a.of(FeatureKind.TOLL);
        Set<String> other = b.of(FeatureKind.TOLL);
        return disjoint(one, other)
                ? Optional.of("other victims: " + Resemblance.values(one) + " and " + Resemblance.values(other))
                : Optional.empty();
    }

    /** Both tell of a call on the telephone, each with somebody else. */
    private static Optional<String> otherCall(Fingerprint a, Fingerprint b) {
        Set<String> one = without(b, a.of(FeatureKind.MEETING));
        Set<String> other = without(a, b.of(FeatureKind.MEETING));
        boolean calls = a.features().contains(PHONE_CALL) && b.features().contains(PHONE_CALL);
        return calls && !one.isEmpty() && !other.isEmpty()
                ? Optional.of("other calls: with " + Resemblance.values(one) + " and " + Resemblance.values(other))
                : Optional.empty();
    }

    private static Set<String> without(Fingerprint print, Set<String> features) {
        features.removeAll(print.features());
        return features;
    }

    private static Set<String> matters(Fingerprint print) {
        Set<String> matters = print.of(FeatureKind.MATTER);
        matters.addAll(print.of(FeatureKind.PLACE));
        return matters;
    }

    /** Whether both have something, and nothing in common. */
    private static boolean disjoint(Set<String> a, Set<String> b) {
        return !a.isEmpty() && !b.isEmpty() && Collections.disjoint(a, b);
    }

    /**
     * Whether a statement says what an earlier one by the same speakers said. A number that only one of them has makes
     * it new.
     */
    public static Verdict sameStatement(Fingerprint statement, Fingerprint known) {
        Resemblance resemblance = Resemblance.of(statement, known);
        Set<String> numbers = without(known, statement.of(FeatureKind.NUMBER));
        if (!numbers.isEmpty() && !known.of(FeatureKind.NUMBER).isEmpty()) {
            return new Verdict(false, resemblance.score(), "another figure: " + Resemblance.values(numbers));
        }
        double least = statement.isOfOtherLanguage(known) ? STATEMENT_EVIDENCE_ACROSS : 0;
        boolean same = resemblance.score() >= SAME_STATEMENT && resemblance.evidence() >= least;
        return new Verdict(same, resemblance.score(), resemblance.reason());
    }
}
