package communique.alert.delivery.slack;

import com.fasterxml.jackson.annotation.JsonProperty;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.channel.Notice;
import communique.alert.delivery.slack.Block.Text;
import communique.alert.view.PageLink;
import communique.alert.view.SafeLink;
import communique.alert.view.SafeText;
import communique.alert.view.Words;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.Statement;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Alerts, or a notice, as a Slack message. Every text from outside is plain text, so it can neither format nor mention
 * nor link; a link shows the host it leads to.
 *
 * <p>The lengths add up to less than the 12,000 characters at which Slack begins to refuse a message as a whole.
 *
 * @param text what notifications and screen readers say
 * @param parse none: names in the text stay names
 */
record SlackMessage(
        String text,
        String parse,
        @JsonProperty("unfurl_links") boolean unfurlLinks,
        @JsonProperty("unfurl_media") boolean unfurlMedia,
        List<Block> blocks) {
    private static final int MAX_FALLBACK = 300;
    private static final int MAX_STATEMENTS = 8;
    private static final int MAX_STATEMENT = 600;
    private static final int MAX_SPEAKERS = 200;
    private static final int MAX_SOURCES = 6;
    private static final int MAX_SOURCE = 160;
    private static final int MAX_LINK = 450;
    private static final int MAX_NOTE = 300;
    private static final int MAX_LINES = 20;

    /** Alerts in one message; with what each may take they stay under the limit of the whole. */
    private static final int MAX_ALERTS = 10;

    private static final int MAX_BRIEF = 250;

    static SlackMessage of(Message message, PageLink page) {
        if (message.notice().isPresent()) {
            return notice(message, message.notice().get());
        }
        return message.alerts().size() > 1 ? several(message, page) : one(message, page);
    }

    private static SlackMessage notice(Message message, Notice notice) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.header(message.id(), notice.title()));
        notice.lines().stream().limit(MAX_LINES).forEach(line -> blocks.add(Block.context(Text.plain(line, MAX_NOTE))));
        more(blocks, notice.lines().size() - MAX_LINES, "lines");
        return message(SafeText.fit(notice.title(), MAX_FALLBACK, Block::escape), blocks);
    }

    private static SlackMessage several(Message message, PageLink page) {
        List<Alert> alerts = message.alerts();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.header(
                message.id(), alerts.size() + " alerts: " + alerts.get(0).getHeadline()));
        alerts.stream().limit(MAX_ALERTS).forEach(alert -> brief(blocks, alert, page));
        more(blocks, alerts.size() - MAX_ALERTS, "alerts");
        if (message.attempt() > 1) {
            blocks.add(Block.context(Text.markup(repeat(message))));
        }
        String others = " and " + (alerts.size() - 1) + " more";
        return message(fallback(alerts.get(0)) + others, blocks);
    }

    private static void brief(List<Block> blocks, Alert alert, PageLink page) {
        blocks.add(Block.section(kind(alert) + alert.getHeadline(), MAX_BRIEF));
        List<Text> line = new ArrayList<>(List.of(Text.markup(summary(alert))));
        alert.getSources().stream()
                .limit(1)
                .flatMap(source -> link(source).stream())
                .forEach(line::add);
        more(alert, page).ifPresent(line::add);
        blocks.add(Block.context(line.toArray(Text[]::new)));
    }

    private static SlackMessage message(String fallback, List<Block> blocks) {
        return new SlackMessage(fallback.isEmpty() ? "…" : fallback, "none", false, false, blocks);
    }

    private static SlackMessage one(Message message, PageLink page) {
        Alert alert = message.alert();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.header(message.id(), kind(alert) + alert.getHeadline()));
        blocks.add(Block.context(Text.markup(summary(alert))));
        alert.getStatements().stream().limit(MAX_STATEMENTS).forEach(statement -> quote(blocks, statement));
        more(blocks, alert.getStatements().size() - MAX_STATEMENTS, "statements");
        alert.getSources().stream().limit(MAX_SOURCES).forEach(article -> blocks.add(source(article)));
        more(blocks, alert.getSources().size() - MAX_SOURCES, "sources");
        List<Text> note = new ArrayList<>(List.of(Text.plain(note(message), MAX_NOTE)));
        more(alert, page).ifPresent(note::add);
        blocks.add(Block.context(note.toArray(Text[]::new)));
        return message(fallback(alert), blocks);
    }

    private static String kind(Alert alert) {
        return alert.getKind() == AlertKind.NEW
                ? ""
                : SafeText.line(Words.code(alert.getKind().name())) + ": ";
    }

    private static String fallback(Alert alert) {
        String who = Words.countries(alert.getSpeakers()) + " on " + Words.country(alert.getAbout());
        return SafeText.fit(kind(alert) + who + ": " + alert.getHeadline(), MAX_FALLBACK, Block::escape);
    }

    private static String summary(Alert alert) {
        String who = "*" + name(Words.countries(alert.getSpeakers())) + "* on *" + name(Words.country(alert.getAbout()))
                + "*";
        return who + " · " + date(alert.getPublished());
    }

    /** Country names are ours, but a code without a name is shown as it came. */
    private static String name(String country) {
        return SafeText.fit(country, MAX_SPEAKERS, Block::escape);
    }

    /** Slack shows each reader the time in their own zone. */
    private static String date(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return "<!date^" + second.getEpochSecond() + "^{date_short_pretty} {time}|" + second + ">";
    }

    private static void quote(List<Block> blocks, Statement statement) {
        blocks.add(Block.context(Text.plain(Words.speakers(statement.getSpeakers()), MAX_SPEAKERS)));
        blocks.add(Block.section(statement.getText(), MAX_STATEMENT));
    }

    private static void more(List<Block> blocks, int count, String what) {
        if (count > 0) {
            blocks.add(Block.context(Text.markup("and " + count + " more " + what)));
        }
    }

    private static Block source(ArticleRef article) {
        String title = article.getTitle().map(text -> ": " + text).orElse("");
        Text label = Text.plain(article.getSource().getName() + title, MAX_SOURCE);
        return link(article).map(link -> Block.context(label, link)).orElseGet(() -> Block.context(label));
    }

    private static Optional<Text> link(ArticleRef article) {
        return article.getUrl()
                .flatMap(SafeLink::of)
                .map(SlackMessage::link)
                .filter(link -> link.length() <= MAX_LINK)
                .map(Text::markup);
    }

    private static String link(URI uri) {
        return "<" + Block.escape(uri.toString()) + "|" + Block.escape(uri.getHost()) + ">";
    }

    /** Where the page has its evidence and history. */
    private static Optional<Text> more(Alert alert, PageLink page) {
        return page.to(alert)
                .map(uri -> "<" + Block.escape(uri.toString()) + "|Evidence and history>")
                .filter(link -> link.length() <= MAX_LINK)
                .map(Text::markup);
    }

    private static String repeat(Message message) {
        return "attempt " + message.attempt() + ", may be a repeat";
    }

    private static String note(Message message) {
        Alert alert = message.alert();
        String repeat = message.attempt() > 1 ? repeat(message) + " · " : "";
        String topics = alert.getTopics().stream()
                .map(topic -> Words.code(topic) + " · ")
                .collect(Collectors.joining());
        return repeat + topics + alert.getNoveltyReason();
    }
}
