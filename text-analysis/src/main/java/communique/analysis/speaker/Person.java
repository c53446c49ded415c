package communique.analysis.speaker;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A person with the offices held.
 *
 * @param name full name in its usual English form
 * @param tenures the offices, earliest first
 */
public record Person(String name, List<Tenure> tenures) {

    /** The office held on a day; of several the last that began. */
    public Optional<Tenure> on(LocalDate day) {
        return tenures.stream().filter(tenure -> tenure.covers(day)).max(Comparator.comparing(Tenure::from));
    }

    /** The office held last. */
    public Tenure latest() {
        Tenure latest = tenures.get(0);
        for (Tenure tenure : tenures) {
            latest = tenure.from().isAfter(latest.from()) ? tenure : latest;
        }
        return latest;
    }

    /** The tenures of an office in a state, whatever the day. */
    public List<Tenure> as(String office, String country) {
        return tenures.stream()
                .filter(tenure ->
                        tenure.office().equals(office) && tenure.country().equals(country))
                .toList();
    }
}
