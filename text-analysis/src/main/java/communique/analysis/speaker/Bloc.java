package communique.analysis.speaker;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A group of states that speak together.
 *
 * @param id such as moscow-format
 * @param members the states with the time of their membership, in the order of the data file
 */
public record Bloc(String id, List<Membership> members) {

    /**
     * One member.
     *
     * @param country ISO 3166-1 alpha-2
     * @param since first day
     */
    public record Membership(String country, LocalDate since) {}

    /** The members on a day; all that ever were where the day is unknown. */
    public List<String> on(Optional<LocalDate> day) {
        return members.stream()
                .filter(member -> day.isEmpty() || !day.get().isBefore(member.since()))
                .map(Membership::country)
                .toList();
    }
}
