package communique.system;

import communique.testkit.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code communique run} killed in mid-stream with everything in it, {@code -Dfaults.kills=N} times in a row. */
class WholeSystemKillST {
    private static final int KILLS = Integer.getInteger("faults.kills", 2);
    private static final int MORE = 40;

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndTellsNothingTwiceWhenItIsKilledInMidStream() {
        try (WholeSystem system = WholeSystem.start(folder);
                NewsStream news = new NewsStream(system)) {
            List<Duration> back = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                // Given articles that keep coming
                news.awaitMore(MORE);

                // When it is killed and started again while they do
                back.add(killAndRestart(system, news));
            }
            Figures.record("back to work after kill -9 of the whole system", back);

            // Then every article is decided once and alerted once
            int taken = news.end();
            try (Accounts accounts = system.accounts()) {
                accounts.assertEachIsDecidedAndAlertedOnce(taken);
            }
        }
    }

    /** How long it took from the kill until an article taken after it is decided. */
    private static Duration killAndRestart(WholeSystem system, NewsStream news) {
        long start = System.nanoTime();
        system.kill();
        int taken = news.taken();
        system.startAgain();
        try (Accounts accounts = system.accounts()) {
            accounts.awaitDecided(taken + 1);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
