package communique.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReadinessTest {
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void isThereWhenEveryServiceWorks() throws Exception {
        assertThat(new Readiness(List.of(service(Health.ready("a")), service(Health.degraded("b"))), told::add)
                        .await(end))
                .isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void endsWhereItIsToldToWhileAServiceWaits() throws Exception {
        end.complete("stopping");

        assertThat(new Readiness(List.of(service(Health.waiting("waiting for the broker"))), told::add).await(end))
                .isFalse();
    }

    @Test
    void tellsOnceWhatAServiceWaitsFor() throws Exception {
        List<Health> healths = new ArrayList<>();
        Service slow = new Fake() {
            @Override
            public Health health() {
                healths.add(Health.waiting("restoring"));
                // Two looks at it each time, so that this is far beyond the second time something could be told
                return healths.size() < 250 ? healths.get(0) : Health.ready("there");
            }
        };

        assertThat(new Readiness(List.of(slow), told::add).await(end)).isTrue();
        assertThat(told).containsExactly("restoring");
    }

    @Test
    void failsWhereAServiceCannotStart() {
        assertThatThrownBy(() -> new Readiness(List.of(service(Health.dead("no such host"))), told::add).await(end))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no such host");
    }

    private static Service service(Health health) {
        return new Fake() {
            @Override
            public Health health() {
                return health;
            }
        };
    }

    private abstract static class Fake implements Service {
        private final CountDownLatch failed = new CountDownLatch(1);

        @Override
        public void start() {}

        @Override
        public int port() {
            return 0;
        }

        @Override
        public CountDownLatch failed() {
            return failed;
        }

        @Override
        public void close() {}
    }
}
