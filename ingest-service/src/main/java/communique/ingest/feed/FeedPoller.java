package communique.ingest.feed;

import communique.ingest.article.ArticleId;
import communique.ingest.article.Content;
import communique.ingest.article.Draft;
import communique.ingest.article.Original;
import communique.ingest.fetch.FetchOutcome;
import communique.ingest.fetch.FetchOutcome.Validators;
import communique.ingest.fetch.FetchReason;
import communique.ingest.fetch.FetchRequest;
import communique.ingest.fetch.HttpFetcher;
import communique.ingest.publish.DeadLetters;
import communique.ingest.publish.Intake;
import communique.ingest.publish.Received;
import communique.ingest.publish.SeenArticles;
import communique.schemas.v1.Origin;
import communique.schemas.v1.SourceState;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Polls one feed once: fetches it, reads it, hands its articles on, and waits until Kafka has them. */
public final class FeedPoller {
    private static final String STAGE = "feed";
    private static final int FEED_BYTES = 15 * 1024 * 1024;
    /** A poll fetches pages for so long; articles after that are taken as the feed has them. */
    private static final Duration PAGES_WITHIN = Duration.ofMinutes(2);

    private final HttpFetcher fetcher;
    private final FullText fullText;
    private final Intake intake;
    private final DeadLetters deadLetters;
    private final SeenArticles seen;
    private final Clock clock;
    private final FeedParser parser = new FeedParser();

    /** A poller. */
    public FeedPoller(
            HttpFetcher fetcher,
            FullText fullText,
            Intake intake,
            DeadLetters deadLetters,
            SeenArticles seen,
            Clock clock) {
        this.fetcher = fetcher;
        this.fullText = fullText;
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.seen = seen;
        this.clock = clock;
    }

    /**
     * Polls.
     *
     * @param known the state of this source at this address
     */
    PollResult poll(FeedSource source, Optional<SourceState> known) {
        FetchOutcome outcome = fetcher.fetch(new FetchRequest(
                source.url(),
                source.headers(),
                known.flatMap(SourceState::getEtag),
                known.flatMap(SourceState::getLastModified),
                FEED_BYTES));
        if (outcome instanceof FetchOutcome.Fresh fresh) {
            return fresh(source, known, fresh);
        }
        if (outcome instanceof FetchOutcome.NotModified same) {
            return PollResult.of(same.reason(), memory(known, same.validators()));
        }
        if (outcome instanceof FetchOutcome.Throttled throttled) {
            return PollResult.throttled(throttled.reason(), throttled.after());
        }
        return PollResult.failed(outcome.reason(), ((FetchOutcome.Failed) outcome).detail());
    }

    private static PollResult.Memory memory(Optional<SourceState> known, Validators given) {
        return new PollResult.Memory(
                new Validators(
                        given.etag().or(() -> known.flatMap(SourceState::getEtag)),
                        given.lastModified().or(() -> known.flatMap(SourceState::getLastModified))),
                known.flatMap(SourceState::getBodyHash));
    }

    private PollResult fresh(FeedSource source, Optional<SourceState> known, FetchOutcome.Fresh fresh) {
        Optional<String> hash = Optional.of(fresh.body().sha256());
        PollResult.Memory memory = new PollResult.Memory(fresh.validators(), hash);
        if (known.flatMap(SourceState::getBodyHash).equals(hash)) {
            return PollResult.of(FetchReason.SAME_HASH, memory);
        }
        ParsedFeed feed = parser.parse(fresh.body().bytes(), fresh.charset(), fresh.url());
        if (feed instanceof ParsedFeed.Unreadable unreadable) {
            return PollResult.failed(unreadable.reason(), unreadable.detail());
        }
        if (!(feed instanceof ParsedFeed.Feed read)) {
            return PollResult.failed(FetchReason.HTML, "it is a web page");
        }
        try {
            take(source, read.entries());
            return PollResult.of(FetchReason.WORKING, memory);
        } catch (CompletionException e) {
            // Without the new memory the next poll reads the same again; what Kafka did take is known by then.
            return PollResult.failed(
                    FetchReason.NOT_PUBLISHED, String.valueOf(e.getCause().getMessage()));
        }
    }

    private void take(FeedSource source, List<FeedEntry> entries) {
        Instant pagesUntil = clock.instant().plus(PAGES_WITHIN);
        List<CompletableFuture<Void>> taken = new ArrayList<>();
        for (FeedEntry entry : entries) {
            Draft draft = draft(source, entry);
            if (!source.fullText()) {
                taken.add(take(draft));
            } else if (!isKnown(draft)) {
                boolean inTime = clock.instant().isBefore(pagesUntil);
                taken.add(take(inTime ? draft.withContent(fullText.of(draft.content(), source)) : draft));
            }
        }
        CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new)).join();
    }

    private CompletableFuture<Void> take(Draft draft) {
        return intake.take(draft).thenCompose(received -> settle(draft, received));
    }

    /** A page is fetched once: where the feed has summaries only, a change of the summary tells nothing. */
    private boolean isKnown(Draft draft) {
        return ArticleId.beforeText(draft).filter(seen::contains).isPresent();
    }

    private static Draft draft(FeedSource source, FeedEntry entry) {
        Content content = entry.content();
        Content declared = new Content(
                content.url(),
                content.title(),
                content.body(),
                source.language().or(content::language),
                content.author(),
                content.published());
        return new Draft(
                entry.outlet().filter(outlet -> source.aggregator()).orElse(source.outlet()),
                Origin.FEED,
                entry.guid(),
                declared);
    }

    private CompletableFuture<Void> settle(Draft draft, Received received) {
        if (received instanceof Received.Rejected rejected) {
            Content content = draft.content();
            String key =
                    draft.source().getId() + " " + draft.guid().or(content::url).orElse("");
            String original = content.title().orElse("") + "\n\n" + content.body();
            return deadLetters.send(
                    STAGE, key, Original.whole(original.getBytes(StandardCharsets.UTF_8)), rejected.why());
        }
        return CompletableFuture.completedFuture(null);
    }
}
