package communique.analysis.speaker;

import java.time.LocalDate;

/**
 * The time a person holds an office of a state.
 *
 * @param country ISO 3166-1 alpha-2
 * @param office id of the office
 * @param from first day
 * @param to last day
 */
public record Tenure(String country, String office, LocalDate from, LocalDate to) {
    /** Whether a day falls in it. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
