package communique.ingest.feed;

import communique.ingest.article.ArticleId;
import communique.ingest.article.Content;
import communique.ingest.article.Draft;
import communique.ingest.article.Original;
import communique.ingest.fetch.FetchOutcome;
import communique.ingest.fetch.FetchOutcome.Validators;
import communique.ingest.fetch.FetchReason;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/** Polls one feed once: fetches it, reads it, hands its articles on, and waits until Kafka has them. */
public final class FeedPoller {
    private static final String STAGE = "feed";

    /** A poll fetches pages for so long; articles after that wait for the next poll. */
    private static final Duration PAGES_WITHIN = Duration.ofMinutes(2);

    private final FeedFetcher feeds;
    private final FullText fullText;
    private final Intake intake;
    private final DeadLetters deadLetters;
    private final SeenArticles seen;
    private final Duration backlog;
    private final Clock clock;
    private final Set<String> sitemaps = ConcurrentHashMap.newKeySet();

    /**
     * A poller.
     *
     * @param backlog articles older than this are from the past where a feed was never read whole
     */
    public FeedPoller(
            FeedFetcher feeds,
            FullText fullText,
            Intake intake,
            DeadLetters deadLetters,
            SeenArticles seen,
            Duration backlog,
            Clock clock) {
        this.feeds = feeds;
        this.fullText = fullText;
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.seen = seen;
        this.backlog = backlog;
        this.clock = clock;
    }

    /** Whether a poll of this source takes long, since the page of each article is fetched, as far as is known. */
    boolean fetchesPages(FeedSource source) {
        return source.fullText() || sitemaps.contains(source.id());
    }

    /**
     * Fetches the feed alone.
     *
     * @param known the state of this source
     */
    FetchOutcome fetch(FeedSource source, Optional<SourceState> known) {
        return feeds.fetch(source, known);
    }

    /** Takes what was fetched. */
    PollResult take(FeedSource source, Optional<SourceState> known, FetchOutcome outcome) {
        if (outcome instanceof FetchOutcome.Fresh fresh) {
            return fresh(source, known, fresh);
        }
        if (outcome instanceof FetchOutcome.NotModified same) {
            return PollResult.answered(same.reason(), Optional.of(memory(known, same.validators())), same.directions());
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
            return PollResult.answered(FetchReason.SAME_HASH, Optional.of(memory), fresh.directions());
        }
        FeedFetcher.Found found = feeds.read(
                source, fresh, known.flatMap(SourceState::getSucceeded).isEmpty());
        if (found.feed() instanceof ParsedFeed.Unreadable unreadable) {
            return PollResult.failed(unreadable.reason(), unreadable.detail());
        }
        ParsedFeed.Feed feed = (ParsedFeed.Feed) found.feed();
        try {
            Taken taken = take(source, feed, backlog(known));
            boolean whole = taken.isWhole() && found.isWhole();
            // Without the memory of this body the next poll reads it again and goes on where this one stopped.
            PollResult result = PollResult.answered(
                            FetchReason.WORKING, Optional.of(memory).filter(all -> whole), fresh.directions())
                    .with(rhythm(feed, known, taken), feed.ttl());
            return found.discovered().map(result::foundAt).orElse(result);
        } catch (CompletionException e) {
            return PollResult.failed(
                    FetchReason.NOT_PUBLISHED, String.valueOf(e.getCause().getMessage()));
        }
    }

    private Optional<Rhythm> rhythm(ParsedFeed.Feed feed, Optional<SourceState> known, Taken taken) {
        Instant now = clock.instant();
        return Rhythm.of(feed.entries(), now)
                .or(() -> Optional.of(Rhythm.ofArrival(known.flatMap(Rhythm::remembered), now))
                        .filter(rhythm -> taken.hasNews()));
    }

    /**
     * What became of the entries of a feed.
     *
     * @param isWhole whether no pages are left to be fetched
     * @param hasNews whether some were not known
     */
    private record Taken(boolean isWhole, boolean hasNews) {}

    private Taken take(FeedSource source, ParsedFeed.Feed feed, Backlog past) {
        Instant pagesUntil = clock.instant().plus(PAGES_WITHIN);
        if (feed.form().isAddressesOnly()) {
            sitemaps.add(source.id());
        }
        boolean pages = fetchesPages(source);
        boolean whole = true;
        List<CompletableFuture<Received>> taken = new ArrayList<>();
        for (FeedEntry entry : feed.entries()) {
            Draft draft = draft(source, entry);
            if (!pages) {
                taken.add(take(draft, past));
            } else if (!isKnown(draft)) {
                Optional<Content> full = fullText.of(draft.content(), source, pagesUntil);
                whole &= full.isPresent();
                full.ifPresent(content -> taken.add(take(draft.withContent(content), past)));
            }
        }
        CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new)).join();
        boolean news = taken.stream().map(CompletableFuture::join).anyMatch(Received.Accepted.class::isInstance);
        return new Taken(whole, news);
    }

    private CompletableFuture<Received> take(Draft found, Backlog past) {
        Draft draft = past.isPast(found.content()) ? found.asBackfill() : found;
        return intake.take(draft).thenCompose(received -> settle(draft, received));
    }

    private Backlog backlog(Optional<SourceState> known) {
        boolean read = known.flatMap(SourceState::getBodyHash).isPresent();
        return read
                ? Backlog.later(clock.instant())
                : Backlog.first(clock.instant().minus(backlog));
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

    private CompletableFuture<Received> settle(Draft draft, Received received) {
        if (received instanceof Received.Rejected rejected) {
            Content content = draft.content();
            String key =
                    draft.source().getId() + " " + draft.guid().or(content::url).orElse("");
            String original = content.title().orElse("") + "\n\n" + content.body();
            return deadLetters
                    .send(STAGE, key, Original.whole(original.getBytes(StandardCharsets.UTF_8)), rejected.why())
                    .thenApply(sent -> received);
        }
        return CompletableFuture.completedFuture(received);
    }
}
