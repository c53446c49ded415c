package communique.alert.web;

import communique.alert.view.AlertJson;
import communique.alert.view.Html;
import communique.alert.view.SafeLink;
import communique.alert.view.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Alerts as a feed for feed readers. */
final class NewsFeed {
    private static final String EPOCH = Instant.EPOCH.toString();

    private NewsFeed() {}

    /**
     * An Atom feed.
     *
     * @param title what it is called
     * @param self its own address
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
     */
    static String atom(String title, String self, List<AlertJson> alerts) {
        String updated =
                alerts.stream().map(AlertJson::updated).max(String::compareTo).orElse(EPOCH);
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>"
                + Html.text(title) + "</title>\n<id>urn:communique:feed:" + Html.text(title.replace(' ', '-'))
                + "</id>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"" + Html.text(self)
                + "\"/>\n<updated>" + updated + "</updated>\n<author><name>Communique</name></author>\n"
                + alerts.stream().map(NewsFeed::entry).collect(Collectors.joining()) + "</feed>\n";
    }

    private static String entry(AlertJson alert) {
        return "<entry>\n<id>urn:communique:alert:" + Html.text(alert.id()) + "</id>\n<title>" + title(alert)
                + "</title>\n"
                + link(alert)
                        .map(link -> "<link rel=\"alternate\" href=\"" + link + "\"/>\n")
                        .orElse("")
                + "<published>" + alert.published() + "</published>\n<updated>" + alert.updated() + "</updated>\n"
                + alert.topics().stream()
                        .map(topic -> "<category term=\"" + Html.text(topic) + "\"/>\n")
                        .collect(Collectors.joining())
                + "<content type=\"text\">" + text(alert) + "</content>\n</entry>\n";
    }

    /**
     * An RSS feed.
     *
     * @param title what it is called
     * @param self its own address
     * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
     */
    static String rss(String title, String self, List<AlertJson> alerts) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\">\n<channel>\n<title>"
                + Html.text(title) + "</title>\n<link>" + Html.text(self) + "</link>\n<description>"
                + "New statements by states</description>\n"
                + alerts.stream().map(NewsFeed::item).collect(Collectors.joining()) + "</channel>\n</rss>\n";
    }

    private static String item(AlertJson alert) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.parse(alert.published()).atOffset(ZoneOffset.UTC));
        return "<item>\n<title>" + title(alert) + "</title>\n"
                + link(alert).map(link -> "<link>" + link + "</link>\n").orElse("")
                + "<guid isPermaLink=\"false\">urn:communique:alert:" + Html.text(alert.id()) + "</guid>\n<pubDate>"
                + date + "</pubDate>\n<description>" + text(alert) + "</description>\n</item>\n";
    }

    private static String title(AlertJson alert) {
        return Html.text(
                Words.countries(alert.speakers()) + " on " + Words.country(alert.about()) + ": " + alert.headline());
    }

    private static Optional<String> link(AlertJson alert) {
        return alert.sources().stream()
                .flatMap(source -> Optional.ofNullable(source.url()).flatMap(SafeLink::of).stream())
                .map(link -> Html.text(link.toString()))
                .findFirst();
    }

    private static String text(AlertJson alert) {
        return alert.statements().stream()
                .map(statement -> Html.text(statement.text()))
                .collect(Collectors.joining("\n\n"));
    }
}
