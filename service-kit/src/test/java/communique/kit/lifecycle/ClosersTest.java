package communique.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClosersTest {
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final Closers closers = new Closers(Duration.ofMillis(300));

    @Test
    void closesNewestFirst() {
        add("first");
        add("second");
        add("third");

        closers.close();

        assertThat(closed).containsExactly("third", "second", "first");
    }

    @Test
    void closesOnce() {
        add("only");

        closers.close();
        closers.close();

        assertThat(closed).containsExactly("only");
    }

    @Test
    void givesBackWhatItTakesOn() {
        AutoCloseable resource = () -> {};

        assertThat(closers.add("resource", resource)).isSameAs(resource);
    }

    @Test
    void goesOnAfterAStepThatFails() {
        add("first");
        closers.add("failing", () -> {
            throw new IllegalStateException("on purpose");
        });

        closers.close();

        assertThat(closed).containsExactly("first");
    }

    @Test
    @Timeout(5)
    void goesOnWithoutStepsThatNeverEnd() {
        CountDownLatch never = new CountDownLatch(1);
        add("first");
        closers.add("endless", never::await);
        closers.add("endless too", never::await);

        closers.close();

        assertThat(closed).containsExactly("first");
    }

    @Test
    @Timeout(5)
    void closesTheRestAlsoWhereItIsInterrupted() {
        add("first");
        add("second");
        Thread.currentThread().interrupt();

        closers.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(closed).containsExactly("second", "first");
    }

    private void add(String name) {
        closers.add(name, () -> closed.add(name));
    }
}
