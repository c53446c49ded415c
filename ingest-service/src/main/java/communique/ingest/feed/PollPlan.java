package communique.ingest.feed;

import communique.schemas.v1.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Decides when a feed is polled next. Failures move the next poll further away, one interval for each in a row, and
 * never abandon a feed: feeds that were gone for weeks do come back.
 */
final class PollPlan {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private PollPlan() {}

    /**
     * The state after a poll.
     *
     * @param interval time between polls while all is well
     * @param before the state before it
     * @param now when the poll ended
     */
    static SourceState after(
            FeedSource source, Duration interval, Optional<SourceState> before, PollResult result, Instant now) {
        boolean answered = result.reason().isSuccess();
        int failures = answered ? 0 : before.map(SourceState::getFailures).orElse(0) + 1;
        Instant polled = now.truncatedTo(ChronoUnit.MILLIS);
        SourceState.Builder state = SourceState.newBuilder()
                .setSourceId(source.id())
                .setUrl(source.url())
                .setPolled(polled)
                .setSucceeded(
                        answered
                                ? polled
                                : before.flatMap(SourceState::getSucceeded).orElse(null))
                .setNextPoll(polled.plus(pause(interval, failures, result.after())))
                .setOutcome(result.reason().tag())
                .setFailures(failures);
        result.memory()
                .ifPresentOrElse(
                        memory -> state.setEtag(memory.validators().etag().orElse(null))
                                .setLastModified(
                                        memory.validators().lastModified().orElse(null))
                                .setBodyHash(memory.bodyHash().orElse(null)),
                        () -> state.setEtag(before.flatMap(SourceState::getEtag).orElse(null))
                                .setLastModified(before.flatMap(SourceState::getLastModified)
                                        .orElse(null))
                                .setBodyHash(
                                        before.flatMap(SourceState::getBodyHash).orElse(null)));
        return state.build();
    }

    private static Duration pause(Duration interval, int failures, Optional<Duration> asked) {
        Duration grown = interval.multipliedBy(Math.max(1, failures));
        Duration longest = interval.compareTo(LONGEST_PAUSE) > 0 ? interval : LONGEST_PAUSE;
        Duration pause = grown.compareTo(longest) > 0 ? longest : grown;
        return asked.filter(wait -> wait.compareTo(pause) > 0).orElse(pause);
    }
}
