package communique.system.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithContainers.class)
class ServiceFaultsST {
    /** How often each service is killed: -Dcontainers.kills. */
    private static final int KILLS = Integer.getInteger("containers.kills", 1);

    @Test
    void loseNothingAndTellNothingTwiceWhenEachIsKilled(ComposedSystem system) {
        Fault.survived(system, "killed", fault -> {
            for (ComposedService service : system.pipeline()) {
                for (int i = 0; i < KILLS; i++) {
                    Fault.record("killed " + service.name(), "back to work", fault.killed(service));
                }
            }
        });
    }

    @Test
    void areAliveAndNotReadyWhileTheyAreCutOffFromTheBroker(ComposedSystem system) {
        Fault.survived(system, "cut-off", fault -> {
            for (ComposedService service : system.pipeline()) {
                String started = service.startedAt();
                service.cutOff();
                Awaitility.await(service.name() + " is not ready")
                        .atMost(ComposedService.PATIENCE)
                        .pollInterval(1, TimeUnit.SECONDS)
                        .until(() -> service.healthInside().contains("waiting for the broker"));
                service.reconnect();
                fault.awaitAllReady();
                fault.awaitProgress();
                assertThat(service.startedAt()).as(service.name()).isEqualTo(started);
            }
        });
    }
}
