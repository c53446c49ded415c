package communique.alert.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import communique.alert.delivery.Dispatcher;
import communique.alert.desk.Desk;
import communique.alert.ledger.Ledger;
import communique.alert.view.AlertDetail.AcknowledgementJson;
import communique.alert.view.LedgerJson.SilenceJson;
import communique.alert.web.RecentAlerts.Row;
import communique.kit.config.InvalidConfigException;
import communique.schemas.v1.Alert;
import communique.schemas.v1.DeliveryRequest;
import communique.schemas.v1.Silence;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people may do, over HTTP: everything that changes something, behind a token. */
final class DeskRoutes {
    /** Alerts sent again by one request. */
    private static final int MOST_REPLAYED = 10_000;

    private final Access access;
    private final Desk desk;
    private final AlertBoard board;
    private final Ledger ledger;
    private final Dispatcher dispatcher;
    private final Runnable reload;
    private final Clock clock;

    /**
     * Routes.
     *
     * @param reload reads rules and channels again; throws where a file is wrong
     */
    DeskRoutes(
            Access access,
            Desk desk,
            AlertBoard board,
            Ledger ledger,
            Dispatcher dispatcher,
            Runnable reload,
            Clock clock) {
        this.access = access;
        this.desk = desk;
        this.board = board;
        this.ledger = ledger;
        this.dispatcher = dispatcher;
        this.reload = reload;
        this.clock = clock;
    }

    private record NewSilence(
            @JsonProperty("matchers") List<String> matchers,
            @JsonProperty("starts") String starts,
            @JsonProperty("ends") String ends,
            @JsonProperty("owner") String owner,
            @JsonProperty("comment") String comment) {}

    private record Note(
            @JsonProperty("user") String user,
            @JsonProperty("note") String note) {}

    private record Switch(
            @JsonProperty("user") String user,
            @JsonProperty("reason") String reason) {}

    /**
     * Which alerts are sent again: those named, or all published within a time; {@code failed} for those that failed
     * and did not arrive since.
     */
    private record Replay(
            @JsonProperty("channel") String channel,
            @JsonProperty("user") String user,
            @JsonProperty("alerts") List<String> alerts,
            @JsonProperty("from") String from,
            @JsonProperty("to") String to,
            @JsonProperty("failed") Boolean failed) {}

    void addTo(JavalinConfig javalin) {
        javalin.routes.post("/v1/alerts/{id}/acknowledgement", guarded(this::acknowledge));
        javalin.routes.delete("/v1/alerts/{id}/acknowledgement", guarded(this::forget));
        javalin.routes.post("/v1/silences", guarded(this::silence));
        javalin.routes.delete("/v1/silences/{id}", guarded(this::end));
        javalin.routes.post("/v1/channels/{name}/test", guarded(this::test));
        javalin.routes.post("/v1/channels/{name}/disable", guarded(this::disable));
        javalin.routes.post("/v1/channels/{name}/enable", guarded(this::enable));
        javalin.routes.post("/v1/replay", guarded(this::replay));
        javalin.routes.post("/v1/reload", guarded(this::reload));
    }

    private Handler guarded(Handler handler) {
        return context -> {
            access.checkWrite(context);
            handler.handle(context);
        };
    }

    private static <T> T body(Context context, Class<T> type) {
        return RequestBody.read(context.body(), type);
    }

    private static String need(String value, String key) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }

    private void acknowledge(Context context) {
        Note note = body(context, Note.class);
        Optional<Alert> alert = board.record(context.pathParam("id"));
        if (alert.isEmpty()) {
            AlertRoutes.refuse(context, HttpStatus.NOT_FOUND, "there is no alert with this id");
            return;
        }
        String text = Optional.ofNullable(note.note()).orElse("");
        AlertRoutes.json(context, AcknowledgementJson.of(desk.acknowledge(alert.get(), note.user(), text)));
    }

    private void forget(Context context) {
        desk.forget(context.pathParam("id"));
        context.status(HttpStatus.NO_CONTENT);
    }

    private void silence(Context context) {
        NewSilence wanted = body(context, NewSilence.class);
        Instant now = clock.instant();
        Silence silence = desk.silence(
                Optional.ofNullable(wanted.matchers()).orElse(List.of()),
                AlertFilter.time(wanted.starts(), "starts").orElse(now),
                AlertFilter.time(need(wanted.ends(), "ends"), "ends").orElseThrow(),
                wanted.owner(),
                wanted.comment());
        context.status(HttpStatus.CREATED);
        AlertRoutes.json(context, SilenceJson.of(silence, 0, now));
    }

    private void end(Context context) {
        Optional<Silence> silence = dispatcher.silences().find(context.pathParam("id"));
        if (silence.isEmpty()) {
            AlertRoutes.refuse(context, HttpStatus.NOT_FOUND, "there is no silence with this id");
            return;
        }
        Silence ended = desk.end(silence.get());
        AlertRoutes.json(context, SilenceJson.of(ended, ledger.keptBackBy(ended.getId()), clock.instant()));
    }

    private String channel(String name) {
        if (!dispatcher.channels().containsKey(name)) {
            throw new IllegalArgumentException("there is no channel '" + name + "'; there are "
                    + dispatcher.channels().keySet());
        }
        return name;
    }

    private void test(Context context) {
        String channel = channel(context.pathParam("name"));
        asked(context, List.of(desk.test(channel, body(context, Switch.class).user())));
    }

    private void disable(Context context) {
        Switch wanted = body(context, Switch.class);
        desk.disable(channel(context.pathParam("name")), wanted.user(), wanted.reason());
        context.status(HttpStatus.NO_CONTENT);
    }

    private void enable(Context context) {
        desk.enable(
                channel(context.pathParam("name")), body(context, Switch.class).user());
        context.status(HttpStatus.NO_CONTENT);
    }

    private void replay(Context context) {
        Replay wanted = body(context, Replay.class);
        String channel = channel(need(wanted.channel(), "channel"));
        List<DeliveryRequest> requests = new ArrayList<>();
        for (Alert alert : wanted(wanted, channel)) {
            requests.add(desk.replay(channel, alert, wanted.user()));
        }
        asked(context, requests);
    }

    private List<Alert> wanted(Replay wanted, String channel) {
        Optional<Instant> from = AlertFilter.time(wanted.from(), "from");
        boolean named = wanted.alerts() != null && !wanted.alerts().isEmpty();
        if (!named && from.isEmpty()) {
            throw new IllegalArgumentException("needs alerts, a list of ids, or from, a time");
        }
        Set<String> ids = named ? known(wanted.alerts()) : Set.of();
        Optional<Instant> to = AlertFilter.time(wanted.to(), "to");
        if (!named && to.filter(end -> !end.isAfter(from.get())).isPresent()) {
            throw new IllegalArgumentException("to must lie after from");
        }
        Set<String> failed = Boolean.TRUE.equals(wanted.failed()) ? ledger.givenUp(channel) : Set.of();
        // A back-fill is sent to nobody, also not by a replay of a range.
        return board.all().stream()
                .filter(row -> named ? ids.contains(row.id()) : isWithin(row.published(), from.get(), to))
                .filter(row -> !Boolean.TRUE.equals(wanted.failed()) || failed.contains(row.id()))
                .sorted(Comparator.comparing(Row::published))
                .flatMap(row -> board.record(row).stream())
                .filter(alert -> named || !alert.getBackfill())
                .limit(MOST_REPLAYED)
                .toList();
    }

    /** The ids, where there is an alert for each. */
    private Set<String> known(List<String> ids) {
        List<String> unknown = ids.stream()
                .filter(id -> id == null || board.record(id).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no alert with an id of " + unknown);
        }
        return new HashSet<>(ids);
    }

    private static boolean isWithin(Instant time, Instant from, Optional<Instant> to) {
        return !time.isBefore(from) && to.filter(end -> !time.isBefore(end)).isEmpty();
    }

    private static void asked(Context context, List<DeliveryRequest> requests) {
        context.status(HttpStatus.ACCEPTED);
        AlertRoutes.json(
                context,
                Map.of("requests", requests.stream().map(DeliveryRequest::getId).toList()));
    }

    private void reload(Context context) {
        try {
            reload.run();
            AlertRoutes.json(context, Map.of("reloaded", true));
        } catch (InvalidConfigException e) {
            AlertRoutes.refuse(context, HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
        }
    }
}
