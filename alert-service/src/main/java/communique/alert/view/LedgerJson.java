package communique.alert.view;

import communique.schemas.v1.ChannelState;
import communique.schemas.v1.Decision;
import communique.schemas.v1.DeliveryAttempt;
import communique.schemas.v1.Silence;
import communique.schemas.v1.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the ledger holds, as JSON. Times are ISO 8601 in UTC, what is unknown is null. */
public final class LedgerJson {
    /** A source that failed so often in a row is said to fail. */
    private static final int FAILING = 3;

    /** A poll that is so much overdue means that nobody polls. */
    private static final Duration OVERDUE = Duration.ofHours(1);

    private LedgerJson() {}

    /** What was decided about an article, and why. */
    public record DecisionJson(
            String articleId,
            String outcome,
            String reason,
            String about,
            List<String> rules,
            List<String> alertIds,
            String title,
            String url,
            String source,
            String language,
            String published,
            boolean backfill) {
        /** As a record tells it. */
        public static DecisionJson of(Decision decision) {
            return new DecisionJson(
                    decision.getArticleId(),
                    decision.getOutcome().name(),
                    decision.getReason(),
                    decision.getAbout().orElse(null),
                    List.copyOf(decision.getRules()),
                    List.copyOf(decision.getAlertIds()),
                    decision.getArticle().getTitle().orElse(null),
                    decision.getArticle().getUrl().orElse(null),
                    decision.getArticle().getSource().getName(),
                    decision.getArticle().getLanguage().orElse(null),
                    decision.getArticle().getPublished().toString(),
                    decision.getBackfill());
        }
    }

    /** One attempt to deliver; {@code payload} is what was sent where the receiver will never take it. */
    public record AttemptJson(
            String channel,
            String messageId,
            List<String> alertIds,
            int attempt,
            String at,
            long tookMillis,
            String status,
            String reason,
            Integer statusCode,
            String snippet,
            String nextAttempt,
            String payload) {
        /** As a record tells it. */
        public static AttemptJson of(DeliveryAttempt attempt) {
            return new AttemptJson(
                    attempt.getChannel(),
                    attempt.getMessageId(),
                    List.copyOf(attempt.getAlertIds()),
                    attempt.getAttempt(),
                    attempt.getAt().toString(),
                    attempt.getTookMillis(),
                    attempt.getStatus().name(),
                    attempt.getReason().orElse(null),
                    attempt.getStatusCode().orElse(null),
                    attempt.getSnippet().orElse(null),
                    attempt.getNextAttempt().map(Instant::toString).orElse(null),
                    attempt.getPayload().orElse(null));
        }
    }

    /** A silence; {@code state} is pending, active or over, {@code kept} the deliveries it kept back. */
    public record SilenceJson(
            String id,
            List<String> matchers,
            String starts,
            String ends,
            String owner,
            String comment,
            String created,
            String state,
            int kept) {
        /** As a record tells it. */
        public static SilenceJson of(Silence silence, int kept, Instant now) {
            String begun = now.isBefore(silence.getStarts()) ? "pending" : "active";
            return new SilenceJson(
                    silence.getId(),
                    List.copyOf(silence.getMatchers()),
                    silence.getStarts().toString(),
                    silence.getEnds().toString(),
                    silence.getOwner(),
                    silence.getComment(),
                    silence.getCreated().toString(),
                    now.isBefore(silence.getEnds()) ? begun : "over",
                    kept);
        }
    }

    /** A source; {@code health} is fine, failing, silent (nobody polls it) or new. */
    public record SourceJson(
            String id,
            String url,
            String health,
            String outcome,
            int failures,
            String polled,
            String succeeded,
            String nextPoll) {
        /** As a record tells it. */
        public static SourceJson of(SourceState source, Instant now) {
            return new SourceJson(
                    source.getSourceId(),
                    source.getUrl(),
                    health(source, now),
                    source.getOutcome(),
                    source.getFailures(),
                    source.getPolled().map(Instant::toString).orElse(null),
                    source.getSucceeded().map(Instant::toString).orElse(null),
                    source.getNextPoll().map(Instant::toString).orElse(null));
        }

        private static String health(SourceState source, Instant now) {
            if (source.getFailures() >= FAILING) {
                return "failing";
            }
            if (source.getNextPoll()
                    .filter(next -> next.plus(OVERDUE).isBefore(now))
                    .isPresent()) {
                return "silent";
            }
            return source.getSucceeded().isPresent() ? "fine" : "new";
        }
    }

    /** A channel. */
    public record ChannelJson(
            String name,
            String type,
            boolean disabled,
            String reason,
            String changed,
            String changedBy,
            String failingSince) {
        /** As configured, and as a record tells it. */
        public static ChannelJson of(String name, String type, Optional<ChannelState> state) {
            return new ChannelJson(
                    name,
                    type.toLowerCase(Locale.ROOT),
                    state.map(ChannelState::getDisabled).orElse(false),
                    state.flatMap(ChannelState::getReason).orElse(null),
                    state.map(known -> known.getChanged().toString()).orElse(null),
                    state.map(ChannelState::getChangedBy).orElse(null),
                    state.flatMap(ChannelState::getFailingSince)
                            .map(Instant::toString)
                            .orElse(null));
        }
    }
}
