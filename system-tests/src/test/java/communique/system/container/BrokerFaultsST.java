package communique.system.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithContainers.class)
class BrokerFaultsST {
    /** How long the broker is frozen: -Dcontainers.pause, in seconds. */
    private static final Duration PAUSE = Duration.ofSeconds(Integer.getInteger("containers.pause", 30));

    @Test
    void doNoHarmWhenItIsKilledAndStartedAgain(ComposedSystem system) {
        List<String> started = startsOf(system);
        Fault.survived(system, "broker-killed", fault -> {
            system.kafka().kill();
            fault.awaitNoneReady();
            system.kafka().startAgain();
        });
        assertThat(startsOf(system)).isEqualTo(started);
    }

    @Test
    void doNoHarmWhenItIsFrozenForAWhile(ComposedSystem system) {
        List<String> started = startsOf(system);
        Fault.survived(system, "broker-frozen", fault -> {
            long until = System.nanoTime() + PAUSE.toNanos();
            system.kafka().pause();
            fault.awaitNoneReady();
            Awaitility.await("the pause is over")
                    .atMost(PAUSE.plus(ComposedService.PATIENCE))
                    .until(() -> System.nanoTime() >= until);
            system.kafka().resume();
        });
        assertThat(startsOf(system)).isEqualTo(started);
    }

    /** No service is to be started anew because of the broker. */
    private static List<String> startsOf(ComposedSystem system) {
        return system.pipeline().stream().map(ComposedService::startedAt).toList();
    }
}
