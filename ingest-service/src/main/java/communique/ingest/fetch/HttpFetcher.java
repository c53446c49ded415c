package communique.ingest.fetch;

import communique.ingest.article.Original;
import communique.ingest.fetch.FetchOutcome.Directions;
import communique.ingest.fetch.FetchOutcome.Failed;
import communique.ingest.fetch.FetchOutcome.Fresh;
import communique.ingest.fetch.FetchOutcome.NotModified;
import communique.ingest.fetch.FetchOutcome.Throttled;
import communique.ingest.fetch.FetchOutcome.Validators;
import communique.kit.http.AddressGuard;
import communique.kit.http.BlockedAddressException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Fetches over HTTP. One deadline spans name, connection, headers, body and redirects; a body is counted while it
 * streams in, after decompression. Safe for use by many threads.
 */
public final class HttpFetcher implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final String USER_AGENT = "User-Agent";

    /** Some servers refuse who does not say what they take. */
    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/xml;q=0.9, text/html;q=0.8, */*;q=0.5";

    private static final String CHALLENGE = "challenge";
    private static final int CHUNK = 16 * 1024;

    private final OkHttpClient client;
    private final String userAgent;
    private final Clock clock;

    /**
     * A fetcher.
     *
     * @param guard where connections may go
     * @param deadline for one fetch as a whole
     * @param userAgent how it names itself
     */
    public HttpFetcher(AddressGuard guard, Duration deadline, String userAgent, Clock clock) {
        this(guard, Dns.SYSTEM, deadline, userAgent, clock);
    }

    /** A fetcher that asks {@code names} for addresses. */
    HttpFetcher(AddressGuard guard, Dns names, Duration deadline, String userAgent, Clock clock) {
        this.client = new OkHttpClient.Builder()
                .dns(names)
                .socketFactory(guard.sockets())
                // A proxy would connect where the guard cannot look.
                .proxy(Proxy.NO_PROXY)
                .callTimeout(deadline)
                .connectTimeout(deadline.dividedBy(2))
                .readTimeout(deadline)
                .addNetworkInterceptor(HttpFetcher::onEveryHop)
                .build();
        this.userAgent = userAgent;
        this.clock = clock;
    }

    /** Fetches; every way it can fail is an outcome. */
    public FetchOutcome fetch(FetchRequest request) {
        HttpUrl url = HttpUrl.parse(request.url());
        if (url == null) {
            return new Failed(FetchReason.INVALID_URL, "'" + request.url() + "' is not an http or https address");
        }
        Hops hops = new Hops(url.host(), request);
        try (Response response = client.newCall(httpRequest(request, url, hops)).execute()) {
            return outcome(response, request.maxBytes());
        } catch (IOException e) {
            return new Failed(reasonOf(e, hops), String.valueOf(e.getMessage()));
        }
    }

    /** Breaks off what is under way and lets go of all connections. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }

    private Request httpRequest(FetchRequest asked, HttpUrl url, Hops hops) {
        // A server's validators go back byte for byte, whatever bytes they are.
        Headers.Builder headers =
                new Headers.Builder().add(USER_AGENT, userAgent).add("Accept", ACCEPT);
        asked.headers().forEach(headers::set);
        asked.etag().ifPresent(etag -> headers.addUnsafeNonAscii("If-None-Match", etag));
        asked.lastModified().ifPresent(date -> headers.addUnsafeNonAscii("If-Modified-Since", date));
        return new Request.Builder()
                .url(url)
                .headers(headers.build())
                .tag(Hops.class, hops)
                .build();
    }

    private FetchOutcome outcome(Response response, int maxBytes) throws IOException {
        if (CHALLENGE.equalsIgnoreCase(response.header("cf-mitigated"))) {
            return new Failed(FetchReason.CLOUDFLARE_CHALLENGE, "the server wants to see a browser first");
        }
        Validators validators = validators(response);
        String retryAfter = response.header("Retry-After");
        return switch (response.code()) {
            case 200 -> fresh(response, validators, maxBytes);
            case 304 -> new NotModified(validators, directions(response));
            case 429 -> new Throttled(RetryAfter.parse(retryAfter, clock.instant()));
            case 410 -> new Failed(FetchReason.GONE, "the server says it is gone for good");
            case 503 ->
                retryAfter == null ? failed(response) : new Throttled(RetryAfter.parse(retryAfter, clock.instant()));
            default -> failed(response);
        };
    }

    private static Failed failed(Response response) {
        return new Failed(FetchReason.ofStatus(response.code()), "the server answers " + response.code());
    }

    private FetchOutcome fresh(Response response, Validators validators, int maxBytes) throws IOException {
        Buffer body = new Buffer();
        BufferedSource source = response.body().source();
        while (source.read(body, CHUNK) >= 0) {
            if (body.size() > maxBytes) {
                return new Failed(FetchReason.TOO_LARGE, "there are more than " + maxBytes + " bytes");
            }
        }
        if (body.size() == 0) {
            return new Failed(FetchReason.EMPTY, "the server sends nothing");
        }
        MediaType type = response.body().contentType();
        Optional<String> charset = Optional.ofNullable(type).map(declared -> declared.parameter("charset"));
        return new Fresh(
                Original.whole(body.readByteArray()),
                charset,
                response.request().url().toString(),
                validators,
                directions(response));
    }

    private static Validators validators(Response response) {
        return CachePeriod.isExpiredAtOnce(response.header("Expires"))
                ? new Validators(Optional.empty(), Optional.empty())
                : new Validators(
                        Optional.ofNullable(response.header("ETag")),
                        Optional.ofNullable(response.header("Last-Modified")));
    }

    private Directions directions(Response response) {
        return new Directions(
                CachePeriod.of(response.header("Cache-Control"), response.header("Expires"), clock.instant()),
                movedTo(response));
    }

    /** Where the permanent redirects at the beginning lead; what follows a passing one may lead elsewhere tomorrow. */
    private static Optional<String> movedTo(Response response) {
        Optional<String> moved = Optional.empty();
        Deque<Response> hops = new ArrayDeque<>();
        for (Response hop = response; hop != null; hop = hop.priorResponse()) {
            hops.push(hop);
        }
        while (hops.size() > 1 && isPermanent(hops.pop().code())) {
            moved = Optional.of(hops.peek().request().url().toString());
        }
        return moved;
    }

    private static boolean isPermanent(int code) {
        return code == 301 || code == 308;
    }

    private static FetchReason reasonOf(IOException failure, Hops hops) {
        if (failure instanceof TooManyRedirectsException) {
            return FetchReason.TOO_MANY_REDIRECTS;
        }
        if (failure instanceof BlockedAddressException) {
            return FetchReason.BLOCKED_SSRF;
        }
        if (failure instanceof InterruptedIOException) {
            return hops.connected ? FetchReason.READ_TIMEOUT : FetchReason.CONNECT_TIMEOUT;
        }
        if (failure instanceof UnknownHostException) {
            return FetchReason.DNS;
        }
        if (failure instanceof SSLException) {
            return FetchReason.TLS;
        }
        boolean unanswered = failure instanceof ConnectException || failure instanceof NoRouteToHostException;
        return unanswered ? FetchReason.CONNECT : FetchReason.NETWORK;
    }

    /** Counts redirects, and keeps a source's headers, which may be credentials, from other hosts. */
    private static Response onEveryHop(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        Hops hops = request.tag(Hops.class);
        if (hops.redirects > MOST_REDIRECTS) {
            throw new TooManyRedirectsException();
        }
        hops.connected = true;
        Response response = chain.proceed(request.url().host().equals(hops.host) ? request : bare(request, hops));
        hops.connected = !response.isRedirect();
        hops.redirects += response.isRedirect() ? 1 : 0;
        return response;
    }

    private static Request bare(Request request, Hops hops) {
        Request.Builder bare = request.newBuilder();
        hops.asked.headers().keySet().stream()
                .filter(name -> !name.equalsIgnoreCase(USER_AGENT))
                .forEach(bare::removeHeader);
        return bare.build();
    }

    private static final class Hops {
        private final String host;
        private final FetchRequest asked;
        private int redirects;
        private boolean connected;

        Hops(String host, FetchRequest asked) {
            this.host = host;
            this.asked = asked;
        }
    }

    private static final class TooManyRedirectsException extends IOException {
        TooManyRedirectsException() {
            super("more than " + MOST_REDIRECTS + " redirects");
        }
    }
}
