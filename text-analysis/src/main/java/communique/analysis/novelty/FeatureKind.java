package communique.analysis.novelty;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Kinds of features of a {@link Fingerprint}, and how much a rare one of each tells. */
public enum FeatureKind {
    /** Somebody whose offices are known. */
    PERSON(2, true),
    /** A group of states. */
    BLOC(1.5, true),
    /** Where, other than a country. */
    PLACE(1.5, true),
    /** A number that is no date. */
    NUMBER(1.5, true),
    /** A day other than that of publication. */
    DAY(1.5, true),
    /** What happens or is spoken of. */
    MATTER(1.2, true),
    /** How and through whom a state speaks, that it is talks, that there were victims. */
    ACT(1, true),
    /** Where or with whom talks are. */
    MEETING(1.5, true),
    /** A state that makes a statement. */
    SPEAKER(0.8, true),
    /** A country that is named. */
    COUNTRY(0.8, true),
    /** A kind of organ of a state. */
    ORGAN(0.7, true),
    /** A topic of the taxonomy. */
    TOPIC(0.6, true),
    /** How many were killed or wounded; as a number it is counted already. */
    TOLL(0, true),
    /** Words in a row out of a statement. */
    PHRASE(1, false),
    /** A word, or its beginning. */
    WORD(0.7, false),
    /** Two characters side by side in a script without blanks. */
    PAIR(0.35, false),
    /** The language of the text. */
    LANGUAGE(0, false),
    /** What this version does not know. */
    OTHER(0, false);

    private static final Map<String, FeatureKind> BY_PREFIX =
            Arrays.stream(values()).collect(Collectors.toMap(FeatureKind::prefix, Function.identity()));

    private final double weight;
    private final boolean acrossLanguages;

    FeatureKind(double weight, boolean acrossLanguages) {
        this.weight = weight;
        this.acrossLanguages = acrossLanguages;
    }

    /** The kind of a feature. */
    public static FeatureKind of(String feature) {
        return BY_PREFIX.getOrDefault(feature.substring(0, Math.max(0, feature.indexOf(':'))), OTHER);
    }

    /** What its features begin with, before the colon. */
    public String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A feature of this kind. */
    public String feature(String value) {
        return prefix() + ":" + value;
    }

    double weight() {
        return weight;
    }

    boolean isAcrossLanguages() {
        return acrossLanguages;
    }
}
