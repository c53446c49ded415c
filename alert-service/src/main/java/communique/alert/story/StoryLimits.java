package communique.alert.story;

import java.time.Duration;

/**
 * How long stories are kept open, and how many of them.
 *
 * @param openFor how long a story stays open after its last article
 * @param most how many stories about one country are open at the same time; of more the longest untouched are closed
 */
public record StoryLimits(Duration openFor, int most) {
    private static final int PART = 20;

    /** How many are closed at once where there are too many, so that those to close are not looked for each time. */
    int surplus(int open) {
        return open > most ? open - most + most / PART : 0;
    }
}
