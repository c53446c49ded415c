package communique.alert.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import communique.alert.view.AlertJson;
import communique.alert.view.Words;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the board is over HTTP. */
final class AlertRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(AlertRoutes.class);
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int PLAIN_LIMIT = 100;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The page loads nothing from elsewhere and runs no script but its own; texts of alerts can add neither. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final AlertBoard board;
    private final int maxClients;

    AlertRoutes(AlertBoard board, int maxClients) {
        this.board = board;
        this.maxClients = maxClients;
    }

    void addTo(JavalinConfig javalin) {
        javalin.staticFiles.add(files -> {
            files.directory = "/communique/alert/web/page";
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
        javalin.routes.before(context -> HEADERS.forEach(context::header));
        javalin.routes.get("/plain", this::plain);
        javalin.routes.get("/events", this::events);
        javalin.routes.get("/alerts.atom", context -> feed(context, true));
        javalin.routes.get("/alerts.rss", context -> feed(context, false));
        javalin.routes.get("/v1/alerts", this::list);
        javalin.routes.get("/v1/overview", this::overview);
        javalin.routes.exception(
                IllegalArgumentException.class,
                (wrong, context) -> refuse(context, HttpStatus.BAD_REQUEST, wrong.getMessage()));
        javalin.routes.exception(
                HttpResponseException.class,
                (wrong, context) -> refuse(context, HttpStatus.forStatus(wrong.getStatus()), wrong.getMessage()));
        javalin.routes.exception(KafkaException.class, (trouble, context) -> {
            LOG.warn("Kafka did not take a change: {}", trouble.toString());
            refuse(context, HttpStatus.SERVICE_UNAVAILABLE, "Kafka did not take it; nothing is known to be changed");
        });
    }

    private void plain(Context context) {
        List<AlertJson> alerts =
                board.page(PLAIN_LIMIT, Optional.empty()).orElseThrow().alerts();
        context.html(PlainList.of(alerts));
    }

    private void list(Context context) {
        Optional<Integer> limit = limit(context.queryParam("limit"));
        if (limit.isEmpty()) {
            refuse(context, HttpStatus.BAD_REQUEST, "limit is a number from 1 to " + MAX_LIMIT);
            return;
        }
        Optional<String> before = Optional.ofNullable(context.queryParam("before"));
        board.page(limit.get(), before, AlertFilter.of(context::queryParam))
                .ifPresentOrElse(
                        page -> json(context, page),
                        () -> refuse(context, HttpStatus.NOT_FOUND, "there is no alert with the id given as before"));
    }

    static Optional<Integer> limit(String parameter) {
        if (parameter == null) {
            return Optional.of(DEFAULT_LIMIT);
        }
        return number(parameter)
                .filter(limit -> limit >= 1 && limit <= MAX_LIMIT)
                .map(Long::intValue);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void overview(Context context) {
        ChronoUnit bucket = "hour".equals(context.queryParam("bucket")) ? ChronoUnit.HOURS : ChronoUnit.DAYS;
        AlertFilter filter = AlertFilter.of(context::queryParam);
        json(context, Overview.of(board.rows(filter).toList(), bucket));
    }

    /** Of all alerts, or with {@code ?by=RU} of those of one state. */
    private void feed(Context context, boolean atom) {
        AlertFilter filter = AlertFilter.of(context::queryParam);
        List<AlertJson> alerts =
                board.page(PLAIN_LIMIT, Optional.empty(), filter).orElseThrow().alerts();
        String who = filter.by().isEmpty()
                ? ""
                : " by " + Words.countries(filter.by().stream().sorted().toList());
        String title = "Communique: statements" + who;
        String self = context.fullUrl();
        context.contentType((atom ? "application/atom+xml" : "application/rss+xml") + "; charset=utf-8")
                .result(atom ? NewsFeed.atom(title, self, alerts) : NewsFeed.rss(title, self, alerts));
    }

    /** Follows from where the browser left off, else from where the page was read, else from now. */
    private void events(Context context) throws IOException {
        if (board.clients() >= maxClients) {
            context.header("Retry-After", "30");
            refuse(context, HttpStatus.SERVICE_UNAVAILABLE, "too many clients");
            return;
        }
        Optional<Long> after = Optional.ofNullable(context.header("Last-Event-ID"))
                .or(() -> Optional.ofNullable(context.queryParam("after")))
                .flatMap(AlertRoutes::number);
        context.contentType("text/event-stream; charset=utf-8");
        context.header("Cache-Control", "no-store");
        // Tells nginx not to collect events before it passes them on.
        context.header("X-Accel-Buffering", "no");
        LiveClient client = new LiveClient(context.res().getOutputStream());
        context.future(() -> {
            client.send(greeting());
            board.join(client, after);
            client.start();
            return client.closed().whenComplete((nothing, failure) -> board.leave(client));
        });
    }

    /** After a restart of the service its clients come back one by one. */
    private static byte[] greeting() {
        int retryMillis = ThreadLocalRandom.current().nextInt(2_000, 5_000);
        return ("retry: " + retryMillis + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    static void json(Context context, Object value) {
        try {
            context.contentType("application/json; charset=utf-8").result(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void refuse(Context context, HttpStatus status, String why) {
        context.status(status);
        json(context, Map.of("error", why));
    }
}
