package communique.system;

import static org.assertj.core.api.Assertions.assertThat;

import communique.testkit.ClusterExtension;
import communique.testkit.Figures;
import communique.testkit.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of each service: one dies, and all are started anew one by one. */
@ExtendWith(ClusterExtension.class)
class TwoInstancesST {
    private static final int MORE = 40;
    private static final int TERMINATED = 143;
    private static final String SECRET = "whsec_dGVzdCB0ZXN0IHRlc3QgdGVzdCB0ZXN0IHRlc3Q=";

    @TempDir
    private Path folder;

    @Test
    void shareTheWorkAndTakeItOver(TestCluster cluster) throws Exception {
        try (FlakyReceiver ordered = new FlakyReceiver(0, 0);
                FlakyReceiver plain = new FlakyReceiver(0, 0);
                Deployment one = start(cluster, "one", ordered, plain);
                Deployment other = start(cluster, "other", ordered, plain);
                Accounts accounts = new Accounts(cluster.clients(), cluster.topics());
                NewsStream news = new NewsStream(one.ingest(), other.ingest())) {
            // Given articles that keep coming
            accounts.awaitDecided(20);

            // When one instance of each service dies, then the other does its work
            for (ServiceProcess service : one.services()) {
                Duration wait = during(accounts, news, service::kill);
                Figures.record(
                        "longest wait for a decision when one of two " + service.name() + " dies", List.of(wait));
            }
            one.services().forEach(ServiceProcess::start);

            // When all are started anew one by one
            List<Duration> waits = new ArrayList<>();
            for (ServiceProcess service : all(one, other)) {
                waits.add(during(accounts, news, () -> restart(service)));
            }
            Figures.record("longest wait for a decision while one of two is started anew", waits);

            // Then nothing is lost or doubled, and notifications only where a service died that had sent one
            int articles = news.end();
            accounts.assertEachIsDecidedAndAlertedOnce(articles);
            for (FlakyReceiver receiver : List.of(ordered, plain)) {
                Awaitility.await("notifications")
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> receiver.distinct() >= articles);
                assertThat(receiver.accepted()).hasSizeBetween(articles, articles + 1);
                assertThat(receiver.mixedUp()).isEmpty();
            }
        }
    }

    /** How long an article had to wait for its decision, at most, of those taken during the harm and after it. */
    private static Duration during(Accounts accounts, NewsStream news, Runnable harm) {
        Instant begin = Clock.systemUTC().instant();
        harm.run();
        news.awaitMore(MORE);
        return accounts.awaitDecided(news.takenSince(begin));
    }

    private static void restart(ServiceProcess service) {
        assertThat(service.stop()).as(service.name()).isEqualTo(TERMINATED);
        service.start();
    }

    private static List<ServiceProcess> all(Deployment... deployments) {
        return Stream.of(deployments)
                .flatMap(deployment -> deployment.services().stream())
                .toList();
    }

    private Deployment start(TestCluster cluster, String name, FlakyReceiver ordered, FlakyReceiver plain)
            throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        Path secret = Files.writeString(own.resolve("secret"), SECRET);
        String hook = "  - {name: %s, type: webhook, url: '%s', secret_file: " + secret
                + ", allow_private: true, ordered: %s}%n";
        Path channels = Files.writeString(
                own.resolve("channels.yaml"),
                "channels:\n" + String.format(hook, "ordered", ordered.url(), true)
                        + String.format(hook, "plain", plain.url(), false));
        return Deployment.start(cluster, own, Map.of("alert.delivery.channels", channels.toString()));
    }
}
