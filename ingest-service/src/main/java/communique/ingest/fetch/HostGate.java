package communique.ingest.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps requests to one host apart: two under way at most, and a pause between the beginnings of two. Safe for use by
 * many threads.
 */
public final class HostGate {
    private static final int MOST_UNDER_WAY = 2;
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final int MANY_HOSTS = 10_000;

    /** Longer delays than this are set by people who do not want crawlers at all. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Duration usualPause;
    private final Clock clock;
    private final Map<String, Host> hosts = new HashMap<>();

    private static final class Host {
        private Duration pause;
        private Instant next = Instant.MIN;
        private int underWay;
    }

    /** Leave to make one request. */
    public final class Pass implements AutoCloseable {
        private final Host host;

        private Pass(Host host) {
            this.host = host;
        }

        /** The request is done. */
        @Override
        public void close() {
            synchronized (HostGate.this) {
                host.underWay--;
                HostGate.this.notifyAll();
            }
        }
    }

    /**
     * A gate.
     *
     * @param usualPause between the beginnings of two requests, where a host asks for no other
     */
    public HostGate(Duration usualPause, Clock clock) {
        this.usualPause = usualPause;
        this.clock = clock;
    }

    /** Leave to make a request now; empty where it is not its turn yet. */
    public synchronized Optional<Pass> tryEnter(String url) {
        forgetIdle();
        Host host = host(url);
        Instant now = clock.instant();
        if (host.underWay >= MOST_UNDER_WAY || host.next.isAfter(now)) {
            return Optional.empty();
        }
        host.underWay++;
        host.next = now.plus(host.pause);
        return Optional.of(new Pass(host));
    }

    /** Makes a request when it is its turn; empty where that does not come until then. */
    @SuppressWarnings("try") // the pass is held, not used
    public <T> Optional<T> inTurn(String url, Instant until, Supplier<T> request) {
        try {
            Optional<Pass> turn = enter(url, until);
            if (turn.isEmpty()) {
                return Optional.empty();
            }
            try (Pass pass = turn.get()) {
                return Optional.of(request.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Leave to make a request, waited for; empty where there is none until then. */
    synchronized Optional<Pass> enter(String url, Instant until) throws InterruptedException {
        Optional<Pass> pass = tryEnter(url);
        while (pass.isEmpty() && clock.instant().isBefore(until)) {
            wait(LOOK_EVERY_MILLIS);
            pass = tryEnter(url);
        }
        return pass;
    }

    /** Takes up the pause a host asks for, where it is longer than the usual one. */
    public synchronized void slowDown(String url, Duration asked) {
        Duration pause = asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
        Host host = host(url);
        host.pause = pause.compareTo(usualPause) > 0 ? pause : usualPause;
        Instant next = clock.instant().plus(host.pause);
        host.next = host.next.isAfter(Instant.MIN) ? next : host.next;
    }

    private Host host(String url) {
        return hosts.computeIfAbsent(authority(url), name -> {
            Host host = new Host();
            host.pause = usualPause;
            return host;
        });
    }

    private void forgetIdle() {
        if (hosts.size() > MANY_HOSTS) {
            Instant now = clock.instant();
            hosts.values().removeIf(host -> host.underWay == 0 && host.next.isBefore(now));
        }
    }

    private static String authority(String url) {
        try {
            return String.valueOf(URI.create(url).getRawAuthority()).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
