package communique.standalone.run;

import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.Service;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits until services that were started do their work, and tells what they wait for where that takes long. */
final class Readiness {
    private static final long LOOK_AGAIN_MILLIS = 50;
    /** Two seconds: what is quick needs no words. */
    private static final int LOOKS_BEFORE_TELLING = 40;

    private final List<Service> services;
    private final Consumer<String> tell;
    private String told = "";
    private int looks;

    /**
     * Of some services.
     *
     * @param tell gets what is waited for, each time it is something else
     */
    Readiness(List<Service> services, Consumer<String> tell) {
        this.services = List.copyOf(services);
        this.tell = tell;
    }

    /**
     * Waits; returns whether all are ready, which they are not where the end came first.
     *
     * @param end completed when there is no more reason to wait
     * @throws IllegalStateException where a service cannot start
     */
    boolean await(CompletableFuture<?> end) throws InterruptedException {
        for (Service service : services) {
            while (!service.health().works()) {
                if (end.isDone()) {
                    return false;
                }
                Health health = service.health();
                if (health.state() == Health.State.DEAD
                        || service.failed().await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("a service cannot start: " + health.detail());
                }
                tellNowAndThen(health);
            }
        }
        return !end.isDone();
    }

    private void tellNowAndThen(Health health) {
        if (++looks % LOOKS_BEFORE_TELLING == 0 && !health.detail().equals(told)) {
            told = health.detail();
            tell.accept(told);
        }
    }
}
