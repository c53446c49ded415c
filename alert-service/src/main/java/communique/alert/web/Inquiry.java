package communique.alert.web;

import communique.alert.delivery.Dispatcher;
import communique.alert.ledger.Ledger;
import communique.alert.route.Stop;
import communique.alert.view.AlertJson;
import communique.alert.view.LedgerJson.DecisionJson;
import communique.alert.view.LedgerJson.SourceJson;
import communique.alert.view.Words;
import communique.schemas.v1.Alert;
import communique.schemas.v1.ChannelState;
import communique.schemas.v1.Decision;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;
import communique.schemas.v1.Silence;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers why somebody was told of an article, or was not: what was decided, and what became of it channel by channel.
 */
final class Inquiry {
    private static final int ARTICLES = 10;

    private final Ledger ledger;
    private final AlertBoard board;
    private final Dispatcher dispatcher;

    Inquiry(Ledger ledger, AlertBoard board, Dispatcher dispatcher) {
        this.ledger = ledger;
        this.board = board;
        this.dispatcher = dispatcher;
    }

    /**
     * An answer.
     *
     * @param answer in one sentence
     * @param articles that are like what was asked for, newest first
     * @param troubled sources that fail or are not polled, where no article is
     */
    record Answer(String answer, List<Article> articles, List<SourceJson> troubled) {}

    /** What became of one article. */
    record Article(DecisionJson decision, List<Told> alerts) {}

    /** What became of an alert it is part of. */
    record Told(String id, int revision, String headline, List<Channel> channels) {}

    /** What became of an alert at one channel, in words. */
    record Channel(String name, String status, String why) {}

    /**
     * Looks for articles.
     *
     * @param question words of headline, address, outlet or reason; or the id of an article or alert
     */
    Answer about(String question, Instant now) {
        List<String> words =
                Arrays.asList(question.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
        List<Article> articles = ledger.decisions(decision -> isLike(decision, words), ARTICLES).stream()
                .map(this::article)
                .toList();
        List<SourceJson> sources = ledger.sources().stream()
                .map(source -> SourceJson.of(source, now))
                .toList();
        List<SourceJson> troubled = sources.stream()
                .filter(source -> articles.isEmpty()
                        && (source.health().equals("failing") || source.health().equals("silent")))
                .toList();
        return new Answer(sentence(articles, troubled, sources.size()), articles, troubled);
    }

    private static boolean isLike(Decision decision, List<String> words) {
        String text = LedgerRoutes.text(decision) + "\n" + decision.getArticleId() + "\n"
                + String.join("\n", decision.getAlertIds());
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    private static String sentence(List<Article> articles, List<SourceJson> troubled, int sources) {
        if (!articles.isEmpty()) {
            DecisionJson first = articles.get(0).decision();
            return Words.code(first.outcome()) + ": " + first.reason();
        }
        return troubled.isEmpty()
                ? "No article like this was taken in; all of " + sources + " sources are polled and answer."
                : "No article like this was taken in; of " + sources + " sources " + troubled.size()
                        + " fail or are not polled: "
                        + troubled.stream().map(SourceJson::id).collect(Collectors.joining(", ")) + ".";
    }

    private Article article(Decision decision) {
        return new Article(
                DecisionJson.of(decision),
                decision.getAlertIds().stream()
                        .flatMap(id -> board.record(id).stream())
                        .map(this::told)
                        .toList());
    }

    private Told told(Alert alert) {
        List<Delivery> deliveries = ledger.deliveriesOf(alert.getId());
        List<Channel> channels = dispatcher.channels().keySet().stream()
                .map(name -> channel(name, alert, deliveries))
                .toList();
        return new Told(alert.getId(), alert.getRevision(), AlertJson.of(alert).headline(), channels);
    }

    private Channel channel(String name, Alert alert, List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.getChannel().equals(name) && !isDropped(delivery))
                .findFirst()
                .map(delivery -> new Channel(name, delivery.getStatus().name(), why(delivery, alert)))
                .orElseGet(() -> new Channel(name, "WAITING", waiting(name, alert)));
    }

    /** A repeat nobody needed any more says nothing about the alert itself. */
    private static boolean isDropped(Delivery delivery) {
        return delivery.getRequestId().isPresent() && delivery.getStatus() == DeliveryStatus.SUPPRESSED;
    }

    private String waiting(String name, Alert alert) {
        Optional<String> disabled = dispatcher
                .state(name)
                .filter(ChannelState::getDisabled)
                .map(state -> "the channel is disabled: " + state.getReason().orElse(""));
        return disabled.orElseGet(() -> dispatcher
                .plan()
                .stop(alert, name)
                .map(stop -> "it is on its way" + pause(stop))
                .orElse("no route leads to this channel"));
    }

    private static String pause(Stop stop) {
        return stop.group().isEmpty() ? "" : "; it waits for others of " + stop.group();
    }

    private String why(Delivery delivery, Alert alert) {
        String revision = "revision " + delivery.getRevision();
        return switch (delivery.getStatus()) {
            case DELIVERED ->
                revision + " was told at "
                        + delivery.getAttempted().map(Instant::toString).orElse("an unknown time");
            case RETRYING ->
                revision + " failed " + delivery.getAttempts() + " times, last with " + failure(delivery)
                        + "; the next attempt is due at "
                        + delivery.getNextAttempt().map(Instant::toString).orElse("an unknown time");
            case REJECTED ->
                revision + " was given up after " + delivery.getAttempts() + " attempts: " + failure(delivery);
            case SUPPRESSED -> suppressed(delivery, alert);
            default -> revision;
        };
    }

    private static String failure(Delivery delivery) {
        return delivery.getReason().orElse("no reason")
                + delivery.getStatusCode().map(code -> " " + code).orElse("")
                + delivery.getSnippet().map(said -> " (" + said + ")").orElse("");
    }

    private String suppressed(Delivery delivery, Alert alert) {
        String reason = delivery.getReason().orElse("");
        return switch (reason) {
            case "backfill" -> "it comes from an archive, and archives tell nobody";
            case "unwanted" -> "the channel's wants leave it out";
            case "unrouted" ->
                "no route leads there: " + String.join("; ", dispatcher.plan().explain(alert));
            case "silenced" ->
                delivery.getSilenceId()
                        .flatMap(id -> dispatcher.silences().find(id))
                        .map(Inquiry::silenced)
                        .orElse("it was silenced");
            case "inhibited" -> "another alert of its story is told, which inhibits it";
            case "superseded" -> "a later revision was told instead";
            case "acknowledged" -> "it was acknowledged, and this was a repeat";
            case "handed-over" -> "the channel is disabled, and its fallback tells it";
            default -> reason;
        };
    }

    private static String silenced(Silence silence) {
        return "silenced by " + silence.getOwner() + " until " + silence.getEnds() + ": " + silence.getComment();
    }
}
