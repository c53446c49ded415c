package communique.standalone.sample;

import communique.ingest.feed.FeedSource;
import communique.schemas.v1.Source;
import communique.standalone.PreferredPort;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Serves the sample news as a feed of this machine with a page for every article. Most are there at once, the others
 * appear one by one, as if they were published now.
 */
public final class SampleSource implements AutoCloseable {
    /** An article's address is its identity: on another port it would be another article after a restart. */
    private static final int PREFERRED_PORT = 8090;

    private static final Duration POLL = Duration.ofSeconds(4);
    private static final Duration ONE_MORE_EVERY = Duration.ofSeconds(8);

    private final List<SampleArticle> articles = SampleArticle.all();
    private final Clock clock;
    private final Instant started;
    private final int atOnce;
    private final Javalin server;

    /**
     * Starts to serve on the loopback address.
     *
     * @param atOnce how many articles are there from the beginning
     */
    public SampleSource(Clock clock, int atOnce) {
        this(clock, atOnce, "127.0.0.1", PreferredPort.orAny(PREFERRED_PORT));
    }

    /**
     * Starts to serve.
     *
     * @param atOnce how many articles are there from the beginning
     * @param host address to bind
     * @param port port to bind, 0 for any free one
     */
    public SampleSource(Clock clock, int atOnce, String host, int port) {
        this.clock = clock;
        this.started = clock.instant();
        this.atOnce = atOnce;
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.routes.get(
                    "/feed.xml",
                    context -> context.contentType("application/rss+xml; charset=utf-8")
                            .result(SampleFeed.of(published(), this::time, article -> address(context, article))));
            config.routes.get("/articles/{id}", this::page);
        });
        server.start(host, port);
    }

    /** The feed, to be polled every few seconds. */
    public FeedSource source() {
        Source outlet =
                Source.newBuilder().setId("sample").setName("Sample news").build();
        return new FeedSource(
                "http://127.0.0.1:" + server.port() + "/feed.xml",
                outlet,
                Optional.of("en"),
                Optional.of(POLL),
                false,
                true,
                FeedSource.USUAL_TIER,
                true,
                Map.of());
    }

    @Override
    public void close() {
        server.stop();
    }

    private List<SampleArticle> published() {
        long sinceStart = Duration.between(started, clock.instant()).dividedBy(ONE_MORE_EVERY);
        return articles.subList(0, (int) Math.min(articles.size(), atOnce + sinceStart));
    }

    /** When an article was published: before the start, or, for one that appears later, when it appears. */
    private Instant time(SampleArticle article) {
        int later = articles.indexOf(article) - atOnce + 1;
        return later <= 0
                ? started.minus(Duration.ofMinutes(article.minutesAgo()))
                : started.plus(ONE_MORE_EVERY.multipliedBy(later));
    }

    /** By the name the reader knows this server by. */
    private static String address(Context context, SampleArticle article) {
        return "http://" + context.host() + "/articles/" + article.id();
    }

    private void page(Context context) {
        Optional<SampleArticle> article = articles.stream()
                .filter(candidate -> candidate.id().equals(context.pathParam("id")))
                .findFirst();
        article.ifPresentOrElse(
                found -> context.html(SamplePage.of(found, time(found))),
                () -> context.status(404).result("There is no such article."));
    }
}
