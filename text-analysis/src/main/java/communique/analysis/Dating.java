package communique.analysis;

import communique.analysis.speaker.OfficeDating;
import communique.analysis.text.DateMentions;
import communique.analysis.text.Sentence;
import communique.analysis.text.Staleness;
import communique.analysis.text.Units;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When the event of an article took place, and whether that is long before it was published.
 *
 * @param eventDate best guess of the day, where the text gives grounds for one
 * @param staleness evidence of an old event under a fresh date
 */
record Dating(Optional<LocalDate> eventDate, Optional<Staleness> staleness) {
    /** A month: readouts and analyses of an event appear within days, seldom within weeks. */
    private static final long STALE_DAYS = 30;

    private static final int LEAD = 4;

    static Dating of(Units units, List<Sentence> sentences, Optional<LocalDate> published) {
        Optional<OfficeDating> offices = OfficeDating.of(units, sentences);
        List<Sentence> lead = sentences.subList(0, Math.min(LEAD, sentences.size()));
        DateMentions days = DateMentions.of(units, lead);
        Optional<LocalDate> eventDate = latest(days, published).or(() -> offices.flatMap(span -> yearOf(days, span)));
        return new Dating(eventDate, published.flatMap(day -> staleness(day, offices, days)));
    }

    /** The day to judge tenures by: that of the event where it is an old one, else that of publication. */
    Optional<LocalDate> day(Optional<LocalDate> published) {
        return staleness.map(Staleness::eventDate).or(() -> published).or(() -> eventDate);
    }

    private static Optional<LocalDate> latest(DateMentions days, Optional<LocalDate> published) {
        return days.full().stream()
                .filter(day -> published.isEmpty() || !day.isAfter(published.get()))
                .max(Comparator.naturalOrder());
    }

    /** A day without a year, in the only year in which everybody named held the office named. */
    private static Optional<LocalDate> yearOf(DateMentions days, OfficeDating span) {
        if (days.yearless().isEmpty()
                || span.from().equals(LocalDate.MIN)
                || span.to().equals(LocalDate.MAX)) {
            return Optional.empty();
        }
        MonthDay day = days.yearless().stream().max(Comparator.naturalOrder()).orElseThrow();
        List<LocalDate> possible = span.from().getYear() > span.to().getYear() - 10
                ? span.from()
                        .withDayOfYear(1)
                        .datesUntil(span.to().plusDays(1), java.time.Period.ofYears(1))
                        .map(year -> day.atYear(year.getYear()))
                        .filter(date -> !date.isBefore(span.from()) && !date.isAfter(span.to()))
                        .toList()
                : List.of();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    private static Optional<Staleness> staleness(
            LocalDate published, Optional<OfficeDating> offices, DateMentions days) {
        LocalDate limit = published.minusDays(STALE_DAYS);
        Optional<Staleness> byOffice = offices.filter(span -> span.to().isBefore(limit))
                .map(span -> stale(span.to(), published, span.evidence()));
        return byOffice.or(() -> byDate(published, limit, days));
    }

    /** Every day the lead names with its year is long past. */
    private static Optional<Staleness> byDate(LocalDate published, LocalDate limit, DateMentions days) {
        boolean recent = days.full().stream().anyMatch(day -> !day.isBefore(limit));
        return recent || !days.yearless().isEmpty()
                ? Optional.empty()
                : days.full().stream()
                        .max(Comparator.naturalOrder())
                        .map(day -> stale(day, published, "the latest day named at its beginning is " + day));
    }

    private static Staleness stale(LocalDate event, LocalDate published, String evidence) {
        return new Staleness(event, ChronoUnit.DAYS.between(event, published), evidence);
    }
}
