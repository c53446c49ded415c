package communique.standalone.publicset;

import com.fasterxml.jackson.annotation.JsonProperty;
import communique.standalone.evaluate.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What comparing the engine with one set gave. */
final class SetReport {
    /** Figures by what was measured, in the order they were begun. */
    @JsonProperty
    final Map<String, Figure> figures = new LinkedHashMap<>();

    private final List<Miss> misses = new ArrayList<>();

    /**
     * One difference from the labels.
     *
     * @param kind what kind of miss
     * @param item which text
     * @param detail what was wanted and what was found
     */
    record Miss(
            @JsonProperty String kind,
            @JsonProperty String item,
            @JsonProperty String detail) {}

    /** Counts one text's found things against the labelled ones. */
    <T> void compare(String measure, Collection<T> found, Collection<T> labelled) {
        int right = (int) found.stream().filter(labelled::contains).count();
        figures.computeIfAbsent(measure, m -> new Figure()).add(right, found.size(), labelled.size());
    }

    /** Counts one thing that is right or not. */
    void count(String measure, boolean right) {
        compare(measure, Set.of(right), Set.of(true));
    }

    void miss(String kind, String item, Object detail) {
        misses.add(new Miss(kind, item, detail.toString()));
    }

    /** Every difference, in order of the texts. */
    List<Miss> misses() {
        return misses;
    }

    /** How many differences there are of each kind. */
    @JsonProperty
    Map<String, Long> missesByKind() {
        return misses.stream().collect(Collectors.groupingBy(Miss::kind, TreeMap::new, Collectors.counting()));
    }
}
