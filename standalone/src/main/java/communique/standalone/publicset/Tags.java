package communique.standalone.publicset;

import communique.analysis.Analysis;
import communique.analysis.country.CountryTag;
import java.util.Set;
import java.util.stream.Collectors;

/** Country tags of an analysis as plain codes. */
final class Tags {
    private Tags() {}

    /** The countries it is substantially about. */
    static Set<String> main(Analysis analysis) {
        return analysis.countries().stream()
                .filter(CountryTag::main)
                .map(CountryTag::code)
                .collect(Collectors.toSet());
    }

    /** Every country it names. */
    static Set<String> named(Analysis analysis) {
        return analysis.countries().stream().map(CountryTag::code).collect(Collectors.toSet());
    }
}
