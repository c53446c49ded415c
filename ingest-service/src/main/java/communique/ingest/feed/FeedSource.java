package communique.ingest.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import communique.ingest.article.CanonicalUrl;
import communique.kit.config.DurationText;
import communique.schemas.v1.Source;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A feed to poll.
 *
 * @param url address of the feed
 * @param outlet who publishes it
 * @param language language of its articles, where it is always the same
 * @param interval time from one poll to the next, where it differs from the usual one
 * @param fullText whether to fetch each article's page, since the feed has summaries only
 * @param aggregator whether its entries come from other outlets, which they name
 * @param tier 1 where its news must not wait, 3 where they may
 * @param verified whether it was seen to answer
 * @param headers further HTTP headers; {@code User-Agent} replaces our own
 */
public record FeedSource(
        String url,
        Source outlet,
        Optional<String> language,
        Optional<Duration> interval,
        boolean fullText,
        boolean aggregator,
        int tier,
        boolean verified,
        Map<String, String> headers) {
    /** The tier of sources that name none. */
    public static final int USUAL_TIER = 2;

    private static final int LOWEST_TIER = 3;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*");
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    /** What ingest sets itself: with a value from elsewhere it could not read what it is answered. */
    private static final Set<String> OURS =
            Set.of("accept-encoding", "content-length", "if-modified-since", "if-none-match", "range");

    /** Reads one from YAML, where everything but id and url may be left out. */
    @JsonCreator
    static FeedSource of(
            @JsonProperty("id") String id,
            @JsonProperty("url") String url,
            @JsonProperty("name") String name,
            @JsonProperty("country") String country,
            @JsonProperty("language") String language,
            @JsonProperty("official") Boolean official,
            @JsonProperty("poll") String poll,
            @JsonProperty("fullText") Boolean fullText,
            @JsonProperty("aggregator") Boolean aggregator,
            @JsonProperty("tier") Integer tier,
            @JsonProperty("verified") Boolean verified,
            @JsonProperty("headers") Map<String, String> headers) {
        check(id != null && ID.matcher(id).matches(), "id is needed: lower-case letters, digits, dots and dashes");
        check(url != null && CanonicalUrl.of(url).isPresent(), "url of '" + id + "' is needed: a web address");
        check(
                country == null || COUNTRY.matcher(country).matches(),
                "country of '" + id + "' is two upper-case letters by ISO 3166-1, such as CN");
        check(tier == null || (tier >= 1 && tier <= LOWEST_TIER), "tier of '" + id + "' is 1, 2 or 3");
        check(isLanguage(language), "language of '" + id + "' is a code by BCP 47, such as fa or zh-Hans");
        Source outlet = Source.newBuilder()
                .setId(id)
                .setName(name == null ? id : name)
                .setCountry(country)
                .setOfficial(Boolean.TRUE.equals(official))
                .build();
        return new FeedSource(
                url,
                outlet,
                Optional.ofNullable(language),
                Optional.ofNullable(poll).map(text -> interval(id, text)),
                Boolean.TRUE.equals(fullText),
                Boolean.TRUE.equals(aggregator),
                tier == null ? USUAL_TIER : tier,
                Boolean.TRUE.equals(verified),
                headers == null ? Map.of() : headers(id, headers));
    }

    /** Whether a text names a language, or is none. */
    static boolean isLanguage(String code) {
        return code == null || LANGUAGE.matcher(code).matches();
    }

    /** Short name, unique within the deployment. */
    public String id() {
        return outlet.getId();
    }

    private static Duration interval(String id, String text) {
        Duration interval;
        try {
            interval = DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("poll of '" + id + "': " + e.getMessage(), e);
        }
        check(interval.compareTo(SHORTEST_INTERVAL) >= 0, "poll of '" + id + "' is at least 1s");
        return interval;
    }

    /** Values may be credentials: no message shows one. */
    private static Map<String, String> headers(String id, Map<String, String> headers) {
        headers.forEach((name, value) -> {
            String header = "header '" + name + "' of '" + id + "' ";
            check(HEADER_NAME.matcher(name).matches(), header + "has a name of letters, digits and dashes");
            check(!OURS.contains(name.toLowerCase(Locale.ROOT)), header + "is set by ingest itself: leave it out");
            check(value != null, header + "needs a value");
            check(HEADER_VALUE.matcher(value).matches(), header + "has a value of one line in ASCII");
        });
        return Map.copyOf(headers);
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
