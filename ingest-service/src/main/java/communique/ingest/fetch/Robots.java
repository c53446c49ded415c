package communique.ingest.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Asks a site's robots.txt before a page is fetched, as RFC 9309 has it: rules for our product token, else for all; a
 * site that has no such file allows everything, one that cannot be asked nothing. Feeds are not asked for: they are
 * there to be fetched by programs.
 */
public final class Robots {
    private static final Duration KEPT = Duration.ofHours(6);
    private static final Duration KEPT_AFTER_FAILURE = Duration.ofHours(1);
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_SITES = 10_000;
    private static final Pattern TOKEN_END = Pattern.compile("[/\\s(].*");

    private final HttpFetcher fetcher;
    private final HostGate gate;
    private final List<String> name;
    private final Cache<String, Rules> sites;

    private record Rules(BaseRobotRules rules, Duration kept) {}

    /**
     * Robots' rules of all sites.
     *
     * @param userAgent how we name ourselves; what is before the slash is the product token
     */
    public Robots(HttpFetcher fetcher, HostGate gate, String userAgent, Clock clock) {
        this.fetcher = fetcher;
        this.gate = gate;
        this.name = List.of(TOKEN_END.matcher(userAgent).replaceFirst("").toLowerCase(Locale.ROOT));
        this.sites = Caffeine.newBuilder()
                .maximumSize(MOST_SITES)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<String, Rules>creating((site, rules) -> rules.kept()))
                .build();
    }

    /** Whether a page may be fetched; asks its site first, where that was not asked lately. */
    public boolean allows(String url) {
        try {
            URI page = URI.create(url);
            String site = page.getScheme() + "://" + page.getRawAuthority();
            return sites.get(site, this::ask).rules().isAllowed(url);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Rules ask(String site) {
        String url = site + "/robots.txt";
        FetchOutcome outcome =
                fetcher.fetch(new FetchRequest(url, Map.of(), Optional.empty(), Optional.empty(), MOST_BYTES));
        if (outcome instanceof FetchOutcome.Fresh fresh) {
            BaseRobotRules rules =
                    new SimpleRobotRulesParser().parseContent(url, fresh.body().bytes(), "text/plain", name);
            if (rules.getCrawlDelay() > 0) {
                gate.slowDown(site, Duration.ofMillis(rules.getCrawlDelay()));
            }
            return new Rules(rules, KEPT);
        }
        boolean none = outcome.reason().isClientError()
                || outcome.reason() == FetchReason.GONE
                || outcome.reason() == FetchReason.EMPTY;
        return new Rules(
                new SimpleRobotRules(none ? RobotRulesMode.ALLOW_ALL : RobotRulesMode.ALLOW_NONE),
                none ? KEPT : KEPT_AFTER_FAILURE);
    }
}
