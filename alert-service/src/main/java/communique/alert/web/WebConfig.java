package communique.alert.web;

import communique.alert.view.PageLink;
import communique.kit.config.InvalidConfigException;
import communique.kit.config.Keys;
import communique.kit.config.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much the page keeps and for how many.
 *
 * @param kept alerts kept in memory, the latest published ones
 * @param clients pages that may be open at the same time
 * @param token what somebody must know to change anything; empty where nobody may
 * @param page where people reach it
 */
public record WebConfig(int kept, int clients, Optional<String> token, PageLink page) {
    private static final String KEPT = "alert.web.kept";
    private static final String CLIENTS = "alert.web.clients";
    private static final String TOKEN = "alert.web.token";
    private static final String URL = "alert.web.url";
    private static final String ADDRESS = "an http or https address";

    /** A page on which nothing can be changed. */
    public WebConfig(int kept, int clients) {
        this(kept, clients, Optional.empty(), PageLink.NONE);
    }

    /** Adds the keys this record is read from. */
    public static Keys define(Keys keys) {
        return keys.number(KEPT, 10_000, 1, 1_000_000, "Alerts the page can show, the latest published ones.")
                .number(CLIENTS, 2_000, 1, 100_000, "Clients that may follow alerts live at the same time.")
                .secret(
                        TOKEN,
                        "Bearer token for everything that changes something: silences, acknowledgements, replays,"
                                + " channels, reload. Without one nothing can be changed over HTTP.")
                .matching(
                        URL,
                        "",
                        Pattern.compile("(https?://[^\\s<>|]+)?"),
                        ADDRESS,
                        "Address under which people reach the page; messages link to it.");
    }

    /** Reads it from checked settings. */
    public static WebConfig of(Settings settings) {
        return new WebConfig(
                settings.number(KEPT),
                settings.number(CLIENTS),
                settings.secret(TOKEN).filter(token -> !token.isBlank()),
                new PageLink(Optional.of(settings.text(URL))
                        .filter(url -> !url.isEmpty())
                        .map(WebConfig::address)));
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidConfigException(URL, "'" + text + "' is not " + ADDRESS);
        }
    }

    @Override
    public String toString() {
        return "page of " + kept + " alerts for " + clients + " clients";
    }
}
