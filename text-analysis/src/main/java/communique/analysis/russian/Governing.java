package communique.analysis.russian;

import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.statement.Attribution;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Of several attributions in a sentence, those that tell whose words it is. */
final class Governing {
    /** Kinds of outsiders that only pass on what others say. */
    private static final Set<String> RELAYS = Set.of("media", "unknown");

    private Governing() {}

    /**
     * The first speaker governs; another counts beside it only where a clause of its own begins. Who only passes words
     * on, or only tells of a talk, steps back behind anybody else.
     */
    static List<Attribution> of(Units units, List<Attribution> found) {
        List<Attribution> voices =
                without(found, found.stream().filter(Governing::isRelay).toList());
        voices = without(voices, voices.stream().filter(Attribution::topicOnly).toList());
        List<Attribution> governing = new ArrayList<>();
        for (Attribution attribution : voices) {
            Attribution last = governing.isEmpty() ? null : governing.get(governing.size() - 1);
            if (last == null
                    || attribution.speaker() == last.speaker()
                    || attribution.speaker().states().equals(last.speaker().states())
                    || beginsClause(units, attribution.speaker(), last.cue())) {
                governing.add(attribution);
            }
        }
        return governing;
    }

    private static List<Attribution> without(List<Attribution> all, List<Attribution> some) {
        return some.size() == all.size()
                ? all
                : all.stream()
                        .filter(attribution -> !some.contains(attribution))
                        .toList();
    }

    private static boolean isRelay(Attribution attribution) {
        return attribution.speaker().type() == ActorType.OUTSIDER
                && attribution.speaker().group().filter(RELAYS::contains).isPresent();
    }

    private static boolean beginsClause(Units units, Actor speaker, int after) {
        int before = speaker.from() - 1;
        return before > after && (units.isMark(before, ';') || units.is(before, WordClass.CONJUNCTION));
    }
}
