package communique.alert.delivery.http;

import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Surroundings;
import communique.alert.view.SafeText;
import communique.kit.http.AddressGuard;
import communique.kit.http.BlockedAddressException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Posts to one address. Every channel has its own, with its own connections, so that none waits for another. The whole
 * exchange is bounded by the timeout, the answer's body by 20 kB; redirects are not followed.
 */
public final class HttpSender implements AutoCloseable {
    private static final long MAX_REPLY_BYTES = 20_000;
    private static final int SNIPPET_LENGTH = 200;
    private static final int SHORTEST_SECRET = 4;

    /** Shorter parts of an address are words of it, as in /hooks/abuse; longer ones may be tokens. */
    private static final int SHORTEST_TOKEN = 8;

    private static final String HIDDEN = "[hidden]";

    private final HttpTarget target;
    private final OkHttpClient client;
    private final HttpUrl address;
    private final Clock clock;
    private final List<String> secrets = new ArrayList<>();

    /**
     * A sender; nothing is connected yet.
     *
     * @param channel name of the channel, for messages
     * @param secrets what must not appear in an outcome, besides the address
     * @throws communique.kit.config.InvalidConfigException where the address is missing or not allowed
     */
    public HttpSender(String channel, HttpTarget target, Surroundings surroundings, String... secrets) {
        this.target = target;
        this.address = target.address(channel, surroundings.secrets());
        this.clock = surroundings.clock();
        this.secrets.addAll(List.of(secrets));
        this.secrets.add(address.toString());
        this.secrets.add(address.encodedPath());
        Optional.ofNullable(address.encodedQuery()).ifPresent(this.secrets::add);
        this.secrets.addAll(tokens(address));
        this.secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
        // A connection that is kept may be ended by the receiver just when it is used again: nobody could tell whether
        // what was sent had arrived.
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .callTimeout(target.timeout())
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS));
        this.client = (target.allowPrivate() ? builder : builder.socketFactory(new AddressGuard(List.of()).sockets()))
                .build();
    }

    /** Parts of an address that may be tokens: receivers repeat them alone, as in "no such hook: ...". */
    private static List<String> tokens(HttpUrl address) {
        Stream<String> query = IntStream.range(0, address.querySize()).mapToObj(address::queryParameterValue);
        return Stream.of(address.pathSegments().stream(), query, Stream.of(address.username(), address.password()))
                .flatMap(parts -> parts)
                .filter(part -> part != null && part.length() >= SHORTEST_TOKEN)
                .toList();
    }

    /** Judges an answer. */
    @FunctionalInterface
    public interface Judge {
        /**
         * The outcome of an attempt that was answered.
         *
         * @param status HTTP status
         * @param notBefore how long the receiver asks to be left alone
         * @param body the beginning of the answer, as it came
         * @param reply the answer fit to be logged
         */
        DeliveryOutcome outcome(int status, Duration notBefore, String body, Reply reply);
    }

    /** Makes one attempt; the status decides what came of it. */
    public DeliveryOutcome post(String contentType, Map<String, String> headers, byte[] body) {
        return post(
                contentType, headers, body, (status, notBefore, answer, reply) -> Verdict.of(status, notBefore, reply));
    }

    /** Makes one attempt at a receiver whose answers have a meaning of their own. */
    public DeliveryOutcome post(String contentType, Map<String, String> headers, byte[] body, Judge judge) {
        return post(contentType, headers, body, Optional.of(judge));
    }

    private DeliveryOutcome post(String contentType, Map<String, String> headers, byte[] body, Optional<Judge> judge) {
        Request.Builder request = new Request.Builder().url(address).header("User-Agent", "communique");
        headers.forEach(request::header);
        request.post(new SendOnce(contentType, body));
        try (Response response = client.newCall(request.build()).execute()) {
            Duration notBefore = RetryAfter.parse(response.header("Retry-After"), clock.instant());
            if (target.retryOn().contains(response.code())) {
                return new Retry(FailureReason.CLIENT_ERROR, notBefore, reply(response, beginning(response)));
            }
            // A receiver that has the message need not be listened to any longer.
            String answer = judge.isEmpty() && response.isSuccessful() ? "" : beginning(response);
            Reply reply = reply(response, answer);
            DeliveryOutcome outcome = Verdict.wished(response.header("webhook-delivery"), reply)
                    .orElseGet(() -> judge.map(own -> own.outcome(response.code(), notBefore, answer, reply))
                            .orElseGet(() -> Verdict.of(response.code(), notBefore, reply)));
            return outcome instanceof Rejected rejected
                    ? rejected.having(new String(body, StandardCharsets.UTF_8))
                    : outcome;
        } catch (BlockedAddressException e) {
            return failed(FailureReason.PRIVATE_ADDRESS, e);
        } catch (InterruptedIOException e) {
            return failed(FailureReason.TIMEOUT, e);
        } catch (IOException e) {
            return failed(FailureReason.NETWORK, e);
        }
    }

    private DeliveryOutcome failed(FailureReason reason, IOException failure) {
        return new Retry(reason, Duration.ZERO, Reply.none(fitForLog(String.valueOf(failure.getMessage()))));
    }

    private Reply reply(Response response, String answer) {
        return new Reply(OptionalInt.of(response.code()), response.isSuccessful() ? "" : fitForLog(answer));
    }

    private static String beginning(Response response) {
        try {
            return response.peekBody(MAX_REPLY_BYTES).string();
        } catch (IOException e) {
            return "";
        }
    }

    private String fitForLog(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, HIDDEN);
        }
        return SafeText.fit(clean, SNIPPET_LENGTH, character -> character);
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    /** The host alone: what is behind it may be a secret. */
    @Override
    public String toString() {
        return address.scheme() + "://" + address.host() + ":" + address.port();
    }
}
