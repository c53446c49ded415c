package communique.analysis.text;

import java.time.LocalDate;

/**
 * Evidence that a text tells of an old event under a fresh date.
 *
 * @param eventDate latest date the event can have
 * @param ageDays days from then to the date of publication
 * @param evidence the words, or the fact, that tell so
 */
public record Staleness(LocalDate eventDate, long ageDays, String evidence) {}
