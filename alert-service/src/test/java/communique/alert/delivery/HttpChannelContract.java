package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import communique.alert.SampleAlerts;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import communique.kit.config.InvalidConfigException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every channel that posts over HTTP promises on top, against a receiver that misbehaves in every way. */
@Timeout(30)
public abstract class HttpChannelContract extends ChannelContract {
    protected static final String PATH = "/hooks/s3cret-path";

    protected final MockWebServer receiver = new MockWebServer();

    /** The channel's type and what it needs besides an address. */
    protected abstract String typed();

    /** Statuses by which this receiver says that it is gone for good. */
    protected Set<Integer> gone() {
        return Set.of(410);
    }

    /** Whether an answer's body matters as much as its status. */
    protected boolean understandsBodies() {
        return false;
    }

    /** What a friendly receiver answers. */
    protected String friendly() {
        return "";
    }

    @Override
    protected final String yaml() {
        return typed() + "url: ${env:URL}\nallow_private: true\n";
    }

    @Override
    protected Map<String, String> environment() {
        return Map.of("URL", receiver.url(PATH).toString());
    }

    @Override
    protected final String received() throws Exception {
        return request().getBody().utf8();
    }

    protected final RecordedRequest request() throws Exception {
        return receiver.takeRequest(5, TimeUnit.SECONDS);
    }

    @BeforeEach
    void startReceiver() throws Exception {
        receiver.start();
        for (int i = 0; i < 10; i++) {
            receiver.enqueue(new MockResponse.Builder().body(friendly()).build());
        }
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    protected final MockResponse.Builder answers(int status) {
        drop();
        MockResponse.Builder answer = new MockResponse.Builder().code(status);
        return status / 100 == 2 ? answer.body(friendly()) : answer;
    }

    /** Forgets the friendly answers. */
    private void drop() {
        receiver.setDispatcher(new QueueDispatcher());
    }

    private DeliveryOutcome send(MockResponse.Builder answer, String yaml) {
        receiver.enqueue(answer.build());
        return open(yaml).send(message(1, SampleAlerts.joint("x1").build()));
    }

    protected final DeliveryOutcome send(MockResponse.Builder answer) {
        return send(answer, yaml());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void isDeliveredByAnyStatusOfTheTwoHundreds(int status) {
        assumeThat(status == 204 && understandsBodies()).as("has no body").isFalse();
        DeliveryOutcome outcome = send(answers(status));

        assertThat(outcome).isInstanceOf(Delivered.class);
        assertThat(outcome.reply().status()).hasValue(status);
    }

    @ParameterizedTest
    @CsvSource({
        "301, REDIRECT",
        "302, REDIRECT",
        "303, REDIRECT",
        "307, REDIRECT",
        "308, REDIRECT",
        "304, REDIRECT",
        "408, TIMEOUT",
        "425, CLIENT_ERROR",
        "429, RATE_LIMITED",
        "500, SERVER_ERROR",
        "501, SERVER_ERROR",
        "502, SERVER_ERROR",
        "503, SERVER_ERROR",
        "504, SERVER_ERROR",
        "599, SERVER_ERROR"
    })
    void mayBeTriedAgainAfter(int status, FailureReason reason) {
        DeliveryOutcome outcome = send(answers(status));

        assertThat(outcome).isInstanceOfSatisfying(Retry.class, retry -> {
            assertThat(retry.reason()).isEqualTo(reason);
            assertThat(retry.notBefore()).isZero();
            assertThat(retry.reply().status()).hasValue(status);
        });
        assertThat(receiver.getRequestCount()).as("attempts").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, CLIENT_ERROR",
        "404, CLIENT_ERROR",
        "405, CLIENT_ERROR",
        "413, CLIENT_ERROR",
        "422, CLIENT_ERROR",
        "401, AUTH_ERROR",
        "403, AUTH_ERROR",
        "410, GONE"
    })
    void isRejectedBy(int status, FailureReason reason) {
        DeliveryOutcome outcome = send(answers(status));

        assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(gone().contains(status) ? FailureReason.GONE : reason);
            assertThat(rejected.reply().status()).hasValue(status);
        });
    }

    @Test
    void remembersWhatWasSentWhereTheReceiverWillNeverTakeIt() {
        DeliveryOutcome outcome = send(answers(400));

        assertThat(((Rejected) outcome).payload()).get().asString().contains("x1");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 500, 408, 302})
    void passesOnHowLongTheReceiverWantsToBeLeftAlone(int status) {
        DeliveryOutcome outcome = send(answers(status).addHeader("Retry-After", "90"));

        assertThat(((Retry) outcome).notBefore()).isEqualTo(Duration.ofSeconds(90));
        assertThat(receiver.getRequestCount()).as("attempts").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"200, disable, GONE", "503, disable, GONE", "500, abort-message, CLIENT_ERROR"})
    void doesWhatTheReceiverAsksForInItsHeader(int status, String wish, FailureReason reason) {
        DeliveryOutcome outcome = send(answers(status).addHeader("webhook-delivery", wish));

        assertThat(((Rejected) outcome).reason()).isEqualTo(reason);
    }

    @Test
    void doesNotFollowARedirect() {
        send(answers(307).addHeader("Location", receiver.url("/elsewhere")));

        assertThat(receiver.getRequestCount()).isEqualTo(1);
    }

    @Test
    void waitsNoLongerThanItsTimeoutForAnAnswer() {
        DeliveryOutcome outcome = send(answers(200).headersDelay(20, TimeUnit.SECONDS), yaml() + "timeout: 300ms\n");

        assertThat(((Retry) outcome).reason()).isEqualTo(FailureReason.TIMEOUT);
    }

    @ParameterizedTest
    @CsvSource({"200, Delivered", "400, Rejected", "500, Retry"})
    void judgesByTheStatusWhereTheAnswerNeverEnds(int status, String outcome) throws Exception {
        try (StallingReceiver stalling = new StallingReceiver(status)) {
            Map<String, String> environment = new HashMap<>(environment());
            environment.put("URL", stalling.url());
            Channel channel = open(yaml() + "timeout: 500ms\n", environment);

            DeliveryOutcome answer =
                    channel.send(message(1, SampleAlerts.joint("x1").build()));

            boolean unknown = status == 200 && understandsBodies();
            assertThat(answer.getClass().getSimpleName()).isEqualTo(unknown ? "Retry" : outcome);
            assertThat(answer.reply().status()).hasValue(status);
        }
    }

    @Test
    void keepsOnlyTheBeginningOfAnAnswer() {
        DeliveryOutcome outcome = send(answers(500).body(new Buffer().write(new byte[30_000_000])));
        assertThat(outcome.reply().snippet()).hasSizeLessThanOrEqualTo(200);

        outcome = send(answers(400).body("invalid_blocks: " + "y".repeat(10_000)));
        assertThat(outcome.reply().snippet()).startsWith("invalid_blocks: yyy").hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void keepsSecretsOutOfWhatIsLoggedEvenWhereTheReceiverRepeatsThem() {
        String all = String.join(" ", environment().values()) + " " + PATH;

        DeliveryOutcome outcome = send(answers(500).body(all));

        for (String secret : environment().values()) {
            assertThat(outcome.toString()).doesNotContain(secret);
        }
        assertThat(outcome.toString()).doesNotContain("s3cret-path").contains("[hidden]");
    }

    @Test
    void keepsATokenOutOfTheLogWhereTheReceiverRepeatsNothingElseOfTheAddress() {
        DeliveryOutcome outcome = send(answers(500).body("there is no hook s3cret-path"));

        assertThat(outcome.toString()).doesNotContain("s3cret-path").contains("there is no hook [hidden]");
    }

    @Test
    void deliversToAReceiverThatEndsTheConnectionAfterEachAnswer() {
        drop();
        Channel channel = open(yaml());
        for (int i = 1; i <= 5; i++) {
            receiver.enqueue(new MockResponse.Builder()
                    .body(friendly())
                    .onResponseEnd(new SocketEffect.CloseSocket())
                    .build());
            assertThat(channel.send(message(1, SampleAlerts.joint("x" + i).build())))
                    .isInstanceOf(Delivered.class);
        }
    }

    @Test
    void mayBeTriedAgainWhereNobodyListens() {
        Channel channel = open(yaml());
        receiver.close();

        DeliveryOutcome outcome =
                channel.send(message(1, SampleAlerts.joint("x1").build()));

        assertThat(((Retry) outcome).reason()).isEqualTo(FailureReason.NETWORK);
        assertThat(outcome.toString()).doesNotContain("s3cret-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
    void staysOutOfPrivateNetworksUnlessAllowed(String host) {
        String address = "https://" + host + ":" + receiver.getPort() + "/";
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("URL", address);
        Channel channel = open(typed() + "url: ${env:URL}\n", environment);

        DeliveryOutcome outcome =
                channel.send(message(1, SampleAlerts.joint("x1").build()));

        assertThat(((Retry) outcome).reason()).isEqualTo(FailureReason.PRIVATE_ADDRESS);
        assertThat(receiver.getRequestCount()).isZero();
    }

    @Test
    void insistsOnTlsOutsidePrivateNetworks() {
        assertThatThrownBy(() -> open(typed() + "url: ${env:URL}\n"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("must be https")
                .hasMessageNotContaining("s3cret-path");
    }

    @Test
    void endsAnAttemptUnderWayWhenItIsClosed() throws Exception {
        drop();
        receiver.enqueue(
                new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build());
        Channel channel = open(yaml());
        CompletableFuture<DeliveryOutcome> attempt = CompletableFuture.supplyAsync(
                () -> channel.send(message(1, SampleAlerts.joint("x1").build())));
        request();

        channel.close();

        assertThat(attempt.get(5, TimeUnit.SECONDS)).isInstanceOf(Retry.class);
    }
}
