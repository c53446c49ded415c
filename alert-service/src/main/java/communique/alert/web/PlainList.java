package communique.alert.web;

import communique.alert.view.AlertJson;
import communique.alert.view.AlertJson.SourceJson;
import communique.alert.view.AlertJson.StatementJson;
import communique.alert.view.SafeLink;
import communique.alert.view.SafeText;
import communique.alert.view.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The newest alerts as a document without scripts, for browsers without them, for printing and for reading aloud. */
final class PlainList {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Communique: alerts</title>
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/style.css">
            </head>
            <body class="plain">
            <header class="bar"><h1>Communique</h1></header>
            <main>
            """;

    private static final String FOOT = "</main>\n</body>\n</html>\n";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private PlainList() {}

    static String of(List<AlertJson> alerts) {
        String cards = alerts.stream().map(PlainList::alert).collect(Collectors.joining());
        return HEAD + (alerts.isEmpty() ? "<p class=\"empty\">No alerts yet.</p>\n" : cards) + FOOT;
    }

    private static String alert(AlertJson alert) {
        String who = Words.countries(alert.speakers()) + " on " + Words.country(alert.about());
        return "<article class=\"card\">\n<p class=\"who\">" + text(who) + " " + time(alert.published())
                + "</p>\n<h2 class=\"headline\" dir=\"auto\">" + text(alert.headline()) + "</h2>\n"
                + alert.statements().stream().map(PlainList::statement).collect(Collectors.joining())
                + "<ul class=\"sources\">\n"
                + alert.sources().stream().map(PlainList::source).collect(Collectors.joining())
                + "</ul>\n<p class=\"why\">New: " + text(alert.noveltyReason()) + "</p>\n</article>\n";
    }

    private static String time(String published) {
        return "<time datetime=\"" + published + "\">" + TIME.format(Instant.parse(published)) + "</time>";
    }

    private static String statement(StatementJson statement) {
        return "<figure class=\"statement\" dir=\"auto\"><blockquote><mark>" + text(statement.text())
                + "</mark></blockquote><figcaption dir=\"ltr\">" + speaker(statement) + "</figcaption></figure>\n";
    }

    private static String speaker(StatementJson statement) {
        String person =
                statement.person() == null ? "" : "<bdi class=\"person\">" + text(statement.person()) + "</bdi>, ";
        String office = statement.office() == null ? "" : Words.code(statement.office()) + ", ";
        return person + text(office + Words.countries(statement.speakers()));
    }

    private static String source(SourceJson source) {
        String title = "<bdi>" + text(source.source()) + (source.title() == null ? "" : ": " + text(source.title()))
                + "</bdi>";
        return "<li>"
                + SafeLink.of(source.url() == null ? "" : source.url())
                        .map(uri -> "<a rel=\"noopener noreferrer\" href=\"" + text(uri.toString()) + "\">" + title
                                + "</a>")
                        .orElse(title)
                + "</li>\n";
    }

    private static String text(String text) {
        return SafeText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
