package communique.ingest.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Months by the beginnings of their names, in the languages in which feeds were seen to name them. */
final class MonthNames {
    private static final int SHORTEST = 3;
    private static final List<Set<String>> BEGINNINGS = List.of(
            Set.of("jan", "янв", "ιαν", "oca"),
            Set.of("feb", "fev", "fév", "фев", "φεβ", "şub"),
            Set.of("mar", "mär", "már", "мар", "μάρ", "μαρ"),
            Set.of("apr", "avr", "abr", "ápr", "апр", "απρ", "nis"),
            Set.of("may", "mai", "mag", "máj", "мая", "май", "μαι", "μάι", "μαϊ"),
            Set.of("jun", "juin", "jún", "giu", "июн", "ιούν", "ιουν", "haz"),
            Set.of("jul", "juil", "júl", "lug", "июл", "ιούλ", "ιουλ", "tem"),
            Set.of("aug", "aoû", "aou", "ago", "авг", "αύγ", "αυγ", "ağu"),
            Set.of("sep", "set", "szept", "сен", "σεπ", "eyl"),
            Set.of("oct", "okt", "ott", "out", "окт", "οκτ", "eki"),
            Set.of("nov", "ноя", "νοέ", "νοε", "kas"),
            Set.of("dec", "dez", "déc", "dic", "дек", "δεκ", "ara"));

    private MonthNames() {}

    /** The month, from 1; empty where the word begins like none. */
    static Optional<Integer> of(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        return name.length() < SHORTEST
                ? Optional.empty()
                : IntStream.range(0, BEGINNINGS.size())
                        .filter(month -> BEGINNINGS.get(month).stream().anyMatch(name::startsWith))
                        .mapToObj(month -> month + 1)
                        .findFirst();
    }
}
