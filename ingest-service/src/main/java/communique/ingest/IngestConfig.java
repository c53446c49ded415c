package communique.ingest;

import communique.ingest.feed.FeedSource;
import communique.ingest.feed.SourceList;
import communique.kit.config.ConfigProblem;
import communique.kit.config.InvalidConfigException;
import communique.kit.config.Keys;
import communique.kit.config.Settings;
import communique.kit.http.Cidr;
import communique.kit.kafka.KafkaSettings;
import communique.kit.lifecycle.ProcessSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;

/**
 * How this service runs.
 *
 * @param process HTTP endpoint and stopping
 * @param kafka broker, registry, topics
 * @param sources feeds to poll
 * @param pollInterval time from one poll of a feed to the next, as long as nothing is known of it
 * @param pollThreads how many feeds are polled at once, of each kind
 * @param hostPause time between the beginnings of two requests to one host
 * @param backlog articles older than this are from the past where a feed is polled for the first time
 * @param fetchTimeout deadline for one fetch as a whole
 * @param userAgent how it names itself to servers
 * @param allow ranges of addresses that may be fetched from although they are not public
 * @param pushToken what senders must show; empty where only this machine can connect
 * @param seenMax how many articles it remembers
 * @param drop folder whose files are taken in as they appear
 */
public record IngestConfig(
        ProcessSettings process,
        KafkaSettings kafka,
        SourceList sources,
        Duration pollInterval,
        int pollThreads,
        Duration hostPause,
        Duration backlog,
        Duration fetchTimeout,
        String userAgent,
        List<Cidr> allow,
        Optional<String> pushToken,
        int seenMax,
        Optional<Path> drop) {
    /** How it names itself to servers where nothing else is configured. */
    public static final String USUAL_USER_AGENT = "Communique/0.1";

    /** What may stand in a header of HTTP. */
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]*[\\x21-\\x7e])?");

    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);
    private static final int DEFAULT_PORT = 8083;
    private static final String SOURCES = "ingest.sources";
    private static final String POLL_INTERVAL = "ingest.poll.interval";
    private static final String POLL_THREADS = "ingest.poll.threads";
    private static final String HOST_PAUSE = "ingest.fetch.host.pause";
    private static final String BACKLOG = "ingest.poll.backlog";
    private static final String DROP = "ingest.drop";
    private static final String FETCH_TIMEOUT = "ingest.fetch.timeout";
    private static final String USER_AGENT = "ingest.fetch.user-agent";
    private static final String ALLOW = "ingest.fetch.allow";
    private static final String PUSH_TOKEN = "ingest.push.token";
    private static final String SEEN_MAX = "ingest.seen.max";

    /** The keys it is read from. */
    public static final ConfigDef DEFINITION = ProcessSettings.define(KafkaSettings.define(new Keys()), DEFAULT_PORT)
            .existingPath(SOURCES, "YAML file that lists the feeds to poll; none are polled where it is unset.")
            .duration(
                    POLL_INTERVAL,
                    Duration.ofMinutes(15),
                    "Time from one poll of a feed to the next, as long as nothing is known of it; then a third to four"
                            + " times of it, by how often it has news and by its tier.")
            .number(
                    POLL_THREADS,
                    32,
                    1,
                    256,
                    "How many feeds are polled at once: so many that answer, as many that do not, as many with pages.")
            .duration(
                    BACKLOG,
                    Duration.ofHours(24),
                    "Articles older than this are back-fill where a feed is polled for the first time.")
            .duration(
                    HOST_PAUSE,
                    Duration.ofSeconds(5),
                    "Time between the beginnings of two requests to one host; longer where its robots.txt asks for it.")
            .existingPath(DROP, "Folder whose files are taken in as they appear; unset: none is watched.")
            .duration(
                    FETCH_TIMEOUT,
                    Duration.ofSeconds(20),
                    "Deadline for one fetch, from name to last byte, redirects included.")
            .matching(
                    USER_AGENT,
                    USUAL_USER_AGENT,
                    NAME,
                    "a name in ASCII such as Communique/0.1 (+https://desk.example/about)",
                    "How the service names itself to servers; best with a page that says who fetches: name/version"
                            + " (+url).")
            .list(
                    ALLOW,
                    "",
                    "Ranges of addresses, such as 10.0.0.0/8, that may be fetched from although they are not public.")
            .secret(
                    PUSH_TOKEN,
                    "Bearer token for POST /v1/articles; may be unset only where http.host is a loopback address.")
            .number(
                    SEEN_MAX,
                    200_000,
                    1000,
                    10_000_000,
                    "How many articles are remembered in order not to send them again; about 150 bytes each.")
            .definition();

    /**
     * Reads it from checked settings.
     *
     * @throws InvalidConfigException with everything that is wrong in it and in the file of sources
     */
    public static IngestConfig of(Settings settings) {
        List<ConfigProblem> problems = new ArrayList<>();
        ProcessSettings process = ProcessSettings.of(settings);
        Optional<String> token = settings.secret(PUSH_TOKEN).filter(text -> !text.isBlank());
        if (token.isEmpty() && !isLoopback(process.host())) {
            problems.add(new ConfigProblem(
                    PUSH_TOKEN, "is needed where others can connect: set it, or set http.host to 127.0.0.1"));
        }
        if (settings.duration(POLL_INTERVAL).isZero()) {
            problems.add(new ConfigProblem(POLL_INTERVAL, "is longer than nothing, such as 15m"));
        }
        Duration timeout = settings.duration(FETCH_TIMEOUT);
        if (timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            problems.add(new ConfigProblem(FETCH_TIMEOUT, "is longer than nothing and an hour at most, such as 20s"));
        }
        IngestConfig config = new IngestConfig(
                process,
                KafkaSettings.of(settings),
                sources(settings, problems),
                settings.duration(POLL_INTERVAL),
                settings.number(POLL_THREADS),
                settings.duration(HOST_PAUSE),
                settings.duration(BACKLOG),
                timeout,
                settings.text(USER_AGENT),
                ranges(settings.list(ALLOW), problems),
                token,
                settings.number(SEEN_MAX),
                settings.path(DROP));
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
        return config;
    }

    /** The same with further feeds. */
    public IngestConfig with(List<FeedSource> more) {
        List<FeedSource> all = new ArrayList<>(sources.sources());
        all.addAll(more);
        return new IngestConfig(
                process,
                kafka,
                new SourceList(all),
                pollInterval,
                pollThreads,
                hostPause,
                backlog,
                fetchTimeout,
                userAgent,
                allow,
                pushToken,
                seenMax,
                drop);
    }

    /** Short, and free of secrets. */
    @Override
    public String toString() {
        return "IngestConfig[" + process + ", " + sources.sources().size() + " feeds]";
    }

    private static SourceList sources(Settings settings, List<ConfigProblem> problems) {
        try {
            return settings.path(SOURCES).map(SourceList::read).orElseGet(() -> new SourceList(List.of()));
        } catch (InvalidConfigException e) {
            problems.addAll(e.problems());
            return new SourceList(List.of());
        }
    }

    private static List<Cidr> ranges(List<String> texts, List<ConfigProblem> problems) {
        List<Cidr> ranges = new ArrayList<>();
        for (String text : texts) {
            try {
                ranges.add(Cidr.parse(text));
            } catch (IllegalArgumentException e) {
                problems.add(new ConfigProblem(ALLOW, e.getMessage()));
            }
        }
        return List.copyOf(ranges);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
