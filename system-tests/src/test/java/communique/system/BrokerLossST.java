package communique.system;

import communique.testkit.Figures;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of three brokers one at a time is lost. */
class BrokerLossST {
    private static final int MORE = 40;

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndGoesOnWithTheOtherTwo() throws Exception {
        try (BrokerTrio trio = BrokerTrio.start(folder);
                Deployment deployment = Deployment.start(trio.configuration(), folder, Map.of(), Map.of());
                Accounts accounts = new Accounts(trio.clients(), trio.topics());
                NewsStream news = new NewsStream(deployment.ingest())) {
            // Given articles that keep coming
            accounts.awaitDecided(1);
            List<Duration> waits = new ArrayList<>();

            for (BrokerProcess broker : trio.brokers()) {
                // When a broker is killed
                trio.awaitInSync();
                Instant killed = Clock.systemUTC().instant();
                broker.kill();

                // Then articles that come after it are decided while it is away
                news.awaitMore(MORE);
                waits.add(accounts.awaitDecided(news.takenSince(killed)));
                broker.start();
            }
            Figures.record("longest wait for a decision when one broker of three is killed", waits);
            accounts.assertEachIsDecidedAndAlertedOnce(news.end());
        }
    }
}
