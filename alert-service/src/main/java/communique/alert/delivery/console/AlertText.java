package communique.alert.delivery.console;

import communique.alert.delivery.channel.Notice;
import communique.alert.view.SafeText;
import communique.alert.view.Words;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** An alert as a block of text for a terminal, free of escape sequences that are not ours. */
public final class AlertText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int WIDTH = 96;
    private static final int LONGEST_TEXT = 2000;
    private static final String INDENT = "  ";

    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String CYAN = "36";

    private final boolean color;

    /**
     * A way to write alerts.
     *
     * @param color whether with colours
     */
    public AlertText(boolean color) {
        this.color = color;
    }

    /** The block, with a blank line behind it. */
    public String of(Alert alert) {
        StringBuilder block = new StringBuilder();
        block.append(paint(BOLD, Words.countries(alert.getSpeakers()) + " on " + Words.country(alert.getAbout())))
                .append(paint(DIM, " · " + time(alert.getPublished()) + kind(alert)))
                .append('\n');
        paragraph(block, INDENT, BOLD, alert.getHeadline());
        alert.getStatements().forEach(statement -> statement(block, statement));
        block.append('\n');
        alert.getSources().forEach(source -> source(block, source));
        if (!alert.getTopics().isEmpty()) {
            field(block, "topics", alert.getTopics().stream().map(Words::code).collect(Collectors.joining(", ")));
        }
        field(block, "new", alert.getNoveltyReason());
        field(block, "alert", alert.getId());
        return block.append('\n').toString();
    }

    /** A notice as a block, with a blank line behind it. */
    public String of(Notice notice) {
        StringBuilder block = new StringBuilder();
        paragraph(block, "", BOLD, notice.title());
        notice.lines().forEach(line -> paragraph(block, INDENT, "", line));
        return block.append('\n').toString();
    }

    private static String kind(Alert alert) {
        return alert.getKind() == AlertKind.NEW
                ? ""
                : " · " + Words.code(alert.getKind().name()) + ", revision " + alert.getRevision();
    }

    private void statement(StringBuilder block, Statement statement) {
        block.append('\n');
        paragraph(block, INDENT, CYAN, Words.speakers(statement.getSpeakers()));
        paragraph(block, INDENT + paint(DIM, "│") + " ", "", statement.getText());
    }

    private void source(StringBuilder block, ArticleRef source) {
        String title = source.getTitle().map(text -> ": " + text).orElse("");
        field(block, "source", source.getSource().getName() + title);
        source.getUrl().ifPresent(url -> field(block, "", url));
    }

    private void field(StringBuilder block, String label, String value) {
        block.append(INDENT)
                .append(paint(DIM, String.format(Locale.ROOT, "%-7s", label)))
                .append(' ')
                .append(safe(value))
                .append('\n');
    }

    private void paragraph(StringBuilder block, String prefix, String style, String text) {
        StringBuilder line = new StringBuilder();
        for (String word : safe(text).split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                block.append(prefix).append(paint(style, line.toString())).append('\n');
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        block.append(prefix).append(paint(style, line.toString())).append('\n');
    }

    private static String safe(String text) {
        return SafeText.fit(text, LONGEST_TEXT, character -> character);
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private String paint(String style, String text) {
        return color && !style.isEmpty() ? "\u001B[" + style + "m" + text + "\u001B[0m" : text;
    }
}
