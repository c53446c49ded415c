package communique.alert.delivery.teams;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import communique.alert.delivery.channel.Message;
import communique.alert.view.PageLink;
import communique.alert.view.SafeLink;
import communique.alert.view.SafeText;
import communique.alert.view.Words;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.ArticleRef;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Alerts, or a notice, as a card. Every text is a text run, in which Teams reads no mark-up and mentions nobody; links
 * are buttons. The lengths keep it under 20,000 bytes whatever the script; Teams refuses more than 28 kB.
 *
 * @see <a href="https://adaptivecards.io/explorer/RichTextBlock.html">RichTextBlock</a>
 */
record AdaptiveCard(
        @JsonProperty("$schema") String schema,
        String type,
        String version,
        String fallbackText,
        List<Block> body,
        List<Link> actions) {
    private static final int MAX_TITLE = 200;
    private static final int MAX_STATEMENTS = 5;
    private static final int MAX_STATEMENT = 400;
    private static final int MAX_LINE = 200;
    private static final int MAX_LINES = 10;
    private static final int MAX_LINKS = 5;
    private static final int MAX_ADDRESS = 400;
    private static final int MAX_LABEL = 60;

    /** One paragraph. */
    record Block(String type, List<Run> inlines) {
        static Block of(Run run) {
            return new Block("RichTextBlock", List.of(run));
        }
    }

    /** Text as it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(String type, String text, String size, String weight, Boolean isSubtle) {
        static Run title(String text) {
            return new Run("TextRun", shown(text, MAX_TITLE), "Large", "Bolder", null);
        }

        static Run text(String text, int max) {
            return new Run("TextRun", shown(text, max), null, null, null);
        }

        static Run soft(String text) {
            return new Run("TextRun", shown(text, MAX_LINE), null, null, true);
        }

        private static String shown(String text, int max) {
            String fit = SafeText.fit(text, max, character -> character);
            return fit.isEmpty() ? "…" : fit;
        }
    }

    /** A button that leads somewhere. */
    record Link(String type, String title, String url) {}

    static AdaptiveCard of(Message message, PageLink page) {
        List<Block> body = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        message.notice()
                .ifPresentOrElse(
                        notice -> {
                            body.add(Block.of(Run.title(notice.title())));
                            lines(body, notice.lines());
                        },
                        () -> alerts(body, links, message, page));
        String repeat = message.attempt() > 1 ? "attempt " + message.attempt() + ", may be a repeat · " : "";
        body.add(Block.of(Run.soft(repeat + message.id())));
        String fallback = body.get(0).inlines().get(0).text();
        return new AdaptiveCard(
                "http://adaptivecards.io/schemas/adaptive-card.json", "AdaptiveCard", "1.4", fallback, body, links);
    }

    private static void lines(List<Block> body, List<String> lines) {
        lines.stream().limit(MAX_LINES).forEach(line -> body.add(Block.of(Run.text(line, MAX_LINE))));
        if (lines.size() > MAX_LINES) {
            body.add(Block.of(Run.soft("and " + (lines.size() - MAX_LINES) + " more")));
        }
    }

    private static void alerts(List<Block> body, List<Link> links, Message message, PageLink page) {
        Alert first = message.alert();
        if (message.alerts().size() == 1) {
            one(body, first);
        } else {
            body.add(Block.of(Run.title(message.alerts().size() + " alerts: " + first.getHeadline())));
            lines(
                    body,
                    message.alerts().stream()
                            .map(alert -> who(alert) + ": " + kind(alert) + alert.getHeadline())
                            .toList());
        }
        page.to(first).ifPresent(uri -> add(links, "Evidence and history", uri));
        first.getSources().stream().flatMap(AdaptiveCard::link).limit(MAX_LINKS).forEach(links::add);
    }

    private static void one(List<Block> body, Alert alert) {
        body.add(Block.of(Run.title(kind(alert) + alert.getHeadline())));
        body.add(Block.of(Run.soft(who(alert) + " · " + alert.getPublished())));
        alert.getStatements().stream().limit(MAX_STATEMENTS).forEach(statement -> {
            body.add(Block.of(Run.text(statement.getText(), MAX_STATEMENT)));
            body.add(Block.of(Run.soft(Words.speakers(statement.getSpeakers()))));
        });
        if (alert.getStatements().size() > MAX_STATEMENTS) {
            body.add(Block.of(Run.soft("and " + (alert.getStatements().size() - MAX_STATEMENTS) + " more statements")));
        }
        body.add(Block.of(Run.soft(alert.getSources().size() + " sources · " + alert.getNoveltyReason())));
    }

    private static String who(Alert alert) {
        return Words.countries(alert.getSpeakers()) + " on " + Words.country(alert.getAbout());
    }

    private static String kind(Alert alert) {
        return alert.getKind() == AlertKind.NEW
                ? ""
                : Words.code(alert.getKind().name()) + ": ";
    }

    private static Stream<Link> link(ArticleRef article) {
        List<Link> links = new ArrayList<>();
        article.getUrl()
                .flatMap(SafeLink::of)
                .ifPresent(uri -> add(links, article.getSource().getName() + " (" + uri.getHost() + ")", uri));
        return links.stream();
    }

    private static void add(List<Link> links, String title, URI uri) {
        if (uri.toString().length() <= MAX_ADDRESS) {
            links.add(
                    new Link("Action.OpenUrl", SafeText.fit(title, MAX_LABEL, character -> character), uri.toString()));
        }
    }
}
