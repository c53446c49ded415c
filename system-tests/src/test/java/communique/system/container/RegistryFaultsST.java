package communique.system.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithContainers.class)
class RegistryFaultsST {
    /** How long it is gone: -Dcontainers.registry.gone, in seconds. */
    private static final Duration GONE = Duration.ofSeconds(Integer.getInteger("containers.registry.gone", 20));

    @Test
    void letRunningServicesGoOnAndNewOnesWaitWhileItIsGone(ComposedSystem system) {
        Fault.survived(system, "registry-gone", fault -> {
            long until = System.nanoTime() + GONE.toNanos();
            system.registry().kill();
            Awaitility.await("it was gone long enough")
                    .atMost(GONE.plus(ComposedService.PATIENCE))
                    .until(() -> System.nanoTime() >= until);
            fault.awaitProgress();

            system.enrich().kill();
            system.enrich().startAgain();
            awaitHealth(system.enrich(), "waiting for the registry at");
            system.registry().startAgain();
        });
    }

    @Test
    void letRunningServicesGoOnAndNewOnesWaitWhenItComesBackEmpty(ComposedSystem system) {
        Fault.survived(system, "registry-empty", fault -> {
            system.registry().kill();
            empty(system);
            system.registry().startAgain();
            system.registry().awaitHealthy();
            fault.awaitProgress();

            system.enrich().kill();
            system.enrich().startAgain();
            awaitHealth(system.enrich(), "waiting for the schema of");
            system.applyTopics();
        });
    }

    /** Else the broker deletes them after a week. */
    @Test
    void schemasAreKeptForEver(ComposedSystem system) throws Exception {
        ConfigResource journal = new ConfigResource(ConfigResource.Type.TOPIC, "kafkasql-journal");
        try (Admin admin = system.clients().admin()) {
            Config config = admin.describeConfigs(List.of(journal)).all().get().get(journal);

            assertThat(config.get("retention.ms").value()).isEqualTo("-1");
        }
    }

    private static void awaitHealth(ComposedService service, String detail) {
        Awaitility.await(service.name() + " says: " + detail)
                .atMost(ComposedService.PATIENCE)
                .until(() -> service.healthInside().contains(detail));
    }

    /** It keeps its schemas on topics of the broker. */
    private static void empty(ComposedSystem system) {
        try (Admin admin = system.clients().admin()) {
            Set<String> topics = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith("kafkasql"))
                    .collect(Collectors.toSet());
            assertThat(topics).isNotEmpty();
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
