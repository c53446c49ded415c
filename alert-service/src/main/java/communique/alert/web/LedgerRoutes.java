package communique.alert.web;

import communique.alert.delivery.Dispatcher;
import communique.alert.ledger.Ledger;
import communique.alert.route.Stop;
import communique.alert.view.AlertDetail;
import communique.alert.view.AlertJson;
import communique.alert.view.DeliveryJson;
import communique.alert.view.LedgerJson.AttemptJson;
import communique.alert.view.LedgerJson.ChannelJson;
import communique.alert.view.LedgerJson.DecisionJson;
import communique.alert.view.LedgerJson.SilenceJson;
import communique.alert.view.LedgerJson.SourceJson;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryAttempt;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What happened, over HTTP: why there is no alert, who was told when, what was silenced, how sources and channels do.
 */
final class LedgerRoutes {
    private static final int EARLIER = 8;

    private final Ledger ledger;
    private final AlertBoard board;
    private final Dispatcher dispatcher;
    private final Clock clock;

    LedgerRoutes(Ledger ledger, AlertBoard board, Dispatcher dispatcher, Clock clock) {
        this.ledger = ledger;
        this.board = board;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    void addTo(JavalinConfig javalin) {
        javalin.routes.get("/v1/alerts/{id}", this::alert);
        javalin.routes.get("/v1/alerts/{id}/reach", this::reach);
        javalin.routes.get("/v1/decisions", this::decisions);
        javalin.routes.get("/v1/why", this::why);
        javalin.routes.get("/v1/deliveries", this::deliveries);
        javalin.routes.get("/v1/attempts", this::attempts);
        javalin.routes.get("/v1/silences", this::silences);
        javalin.routes.get("/v1/sources", this::sources);
        javalin.routes.get("/v1/channels", this::channels);
    }

    private void alert(Context context) {
        String id = context.pathParam("id");
        board.record(id)
                .ifPresentOrElse(
                        alert -> AlertRoutes.json(context, detail(alert)),
                        () -> AlertRoutes.refuse(context, HttpStatus.NOT_FOUND, "there is no alert with this id"));
    }

    private AlertDetail detail(Alert alert) {
        return AlertDetail.of(
                alert,
                ledger.acknowledgement(alert.getId()),
                DeliveryJson.of(ledger.deliveriesOf(alert.getId())),
                earlier(alert));
    }

    /** What the same states said on the same topics before. */
    private List<AlertJson> earlier(Alert alert) {
        return board.all().stream()
                .filter(other -> other.published().isBefore(alert.getPublished())
                        && !Collections.disjoint(other.speakers(), alert.getSpeakers())
                        && !Collections.disjoint(other.topics(), alert.getTopics()))
                .limit(EARLIER)
                .flatMap(other -> board.record(other).stream())
                .map(AlertJson::of)
                .toList();
    }

    private record Reach(List<String> channels, List<String> routes) {}

    private void reach(Context context) {
        board.record(context.pathParam("id"))
                .ifPresentOrElse(
                        alert -> AlertRoutes.json(
                                context,
                                new Reach(
                                        dispatcher.plan().reach(alert).stream()
                                                .map(Stop::channel)
                                                .toList(),
                                        dispatcher.plan().explain(alert))),
                        () -> AlertRoutes.refuse(context, HttpStatus.NOT_FOUND, "there is no alert with this id"));
    }

    private static int limit(Context context) {
        return AlertRoutes.limit(context.queryParam("limit"))
                .orElseThrow(() -> new IllegalArgumentException("limit is a number from 1 to 200"));
    }

    private void decisions(Context context) {
        String outcome = context.queryParam("outcome");
        String article = context.queryParam("article");
        String words = context.queryParam("q") == null
                ? ""
                : context.queryParam("q").toLowerCase(Locale.ROOT).strip();
        Predicate<Decision> wanted =
                decision -> (outcome == null || decision.getOutcome().name().equalsIgnoreCase(outcome))
                        && (article == null || decision.getArticleId().equals(article))
                        && (words.isEmpty() || text(decision).contains(words));
        list(
                context,
                "decisions",
                ledger.decisions(wanted, limit(context)).stream().map(DecisionJson::of));
    }

    /** Why somebody was told of an article, or was not. */
    private void why(Context context) {
        String question = context.queryParam("q");
        if (question == null || question.isBlank()) {
            throw new IllegalArgumentException("q is missing: words of a headline, an address, an id");
        }
        AlertRoutes.json(context, new Inquiry(ledger, board, dispatcher).about(question, clock.instant()));
    }

    /** Where words about a decision are looked for, in small letters. */
    static String text(Decision decision) {
        return String.join(
                        "\n",
                        decision.getReason(),
                        decision.getArticle().getTitle().orElse(""),
                        decision.getArticle().getUrl().orElse(""),
                        decision.getArticle().getSource().getName())
                .toLowerCase(Locale.ROOT);
    }

    private static boolean is(String wanted, String value) {
        return wanted == null || wanted.equalsIgnoreCase(value);
    }

    private void deliveries(Context context) {
        String channel = context.queryParam("channel");
        String status = context.queryParam("status");
        String alert = context.queryParam("alert");
        // What no channel ever wanted is no news to anybody, unless it is asked for.
        Predicate<Delivery> wanted = delivery -> is(channel, delivery.getChannel())
                && is(status, delivery.getStatus().name())
                && is(alert, delivery.getAlertId())
                && (alert != null
                        || status != null
                        || !delivery.getReason().orElse("").equals("unwanted"));
        list(
                context,
                "deliveries",
                ledger.deliveries(wanted, limit(context)).stream().map(DeliveryJson::of));
    }

    private void attempts(Context context) {
        String channel = context.queryParam("channel");
        String alert = context.queryParam("alert");
        Predicate<DeliveryAttempt> wanted = attempt -> is(channel, attempt.getChannel())
                && (alert == null || attempt.getAlertIds().contains(alert));
        list(
                context,
                "attempts",
                ledger.attempts(wanted, limit(context)).stream().map(AttemptJson::of));
    }

    private void silences(Context context) {
        list(
                context,
                "silences",
                dispatcher.silences().all().stream()
                        .map(silence -> SilenceJson.of(silence, ledger.keptBackBy(silence.getId()), clock.instant())));
    }

    private void sources(Context context) {
        list(context, "sources", ledger.sources().stream().map(source -> SourceJson.of(source, clock.instant())));
    }

    private void channels(Context context) {
        list(
                context,
                "channels",
                dispatcher.channels().entrySet().stream()
                        .map(channel -> ChannelJson.of(
                                channel.getKey(), channel.getValue(), dispatcher.state(channel.getKey()))));
    }

    private static void list(Context context, String name, Stream<?> items) {
        AlertRoutes.json(context, Map.of(name, items.toList()));
    }
}
