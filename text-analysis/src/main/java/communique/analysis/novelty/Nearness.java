package communique.analysis.novelty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * How near two reports are in time, and how much must be alike to make one story of them: either what is the same in
 * every language, or that and the words.
 */
enum Nearness {
    /** On the same day or the next. */
    DAY(0.35, 0.4, 1.5),
    /** Within the days in which a story is told. */
    DAYS(0.5, 0.45, 2.5),
    /** A day is unknown: names alone do not tell one visit from the next. */
    UNKNOWN(Double.POSITIVE_INFINITY, 0.65, 2.5),
    /** A day is unknown, and they are in two languages. */
    UNKNOWN_ACROSS(0.75, 0.75, 5);

    /** Of the smaller one, at least so much is alike where words of a statement are. */
    static final double WITH_PHRASE = 0.3;

    private final double names;
    private final double all;
    private final double evidence;

    Nearness(double names, double all, double evidence) {
        this.names = names;
        this.all = all;
        this.evidence = evidence;
    }

    static Nearness of(Fingerprint a, Optional<LocalDate> dayOfA, Fingerprint b, Optional<LocalDate> dayOfB) {
        if (dayOfA.isEmpty() || dayOfB.isEmpty()) {
            return a.isOfOtherLanguage(b) ? UNKNOWN_ACROSS : UNKNOWN;
        }
        return Math.abs(ChronoUnit.DAYS.between(dayOfA.get(), dayOfB.get())) <= 1 ? DAY : DAYS;
    }

    /**
     * Whether enough is alike.
     *
     * @param more how much more than usual must be
     */
    boolean suffices(Resemblance byNames, Resemblance byAll, double more) {
        return suffices(byNames, names + more) || suffices(byAll, all + more) || (this == UNKNOWN && quotes(byAll));
    }

    /** Of the same statement the same words, which tell where the days do not. */
    private boolean quotes(Resemblance byAll) {
        return byAll.sharesPhrase() && suffices(byAll, WITH_PHRASE);
    }

    private boolean suffices(Resemblance resemblance, double least) {
        return resemblance.evidence() >= evidence && resemblance.score() >= least;
    }

    /** Reports that share less evidence never tell one story, whenever they were told. */
    static double leastEvidence() {
        return Arrays.stream(values())
                .mapToDouble(nearness -> nearness.evidence)
                .min()
                .orElseThrow();
    }

    /** Reports that share a smaller part never tell one story, unless the words of a statement are the same. */
    static double leastShare() {
        return Arrays.stream(values())
                .mapToDouble(nearness -> Math.min(nearness.names, nearness.all))
                .min()
                .orElseThrow();
    }

    /** What is missing, in words. */
    String lack(Resemblance resemblance) {
        if (resemblance.evidence() < evidence) {
            return ", too little to tell by";
        }
        return this == UNKNOWN || this == UNKNOWN_ACROSS ? ", too little where a day is unknown" : ", too little";
    }
}
