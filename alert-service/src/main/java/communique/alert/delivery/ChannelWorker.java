package communique.alert.delivery;

import communique.alert.delivery.channel.Channel;
import communique.kit.lifecycle.Health;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one channel. Broker trouble makes it wait; a bug stops it and makes the service unhealthy. */
final class ChannelWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(5);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(5);

    private final String name;
    private final Channel channel;
    private final Supplier<DeliveryJournal> journals;
    private final Function<DeliveryJournal, ChannelSession> sessions;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Health health = Health.waiting("not started");

    /**
     * A worker that does not run yet.
     *
     * @param name of the channel
     * @param journals opens what the channel remembers
     * @param sessions joins the consumer group
     */
    ChannelWorker(
            String name,
            Channel channel,
            Supplier<DeliveryJournal> journals,
            Function<DeliveryJournal, ChannelSession> sessions) {
        this.name = name;
        this.channel = channel;
        this.journals = journals;
        this.sessions = sessions;
        this.thread = new Thread(this::run, "channel-" + name);
    }

    void start() {
        thread.start();
    }

    String name() {
        return name;
    }

    Health health() {
        return health;
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                stay();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("channel {} stops", name, e);
            health = Health.dead("stopped: " + e.getClass().getSimpleName());
        }
    }

    private void stay() throws InterruptedException {
        try (DeliveryJournal journal = journals.get();
                ChannelSession session = sessions.apply(journal)) {
            while (closing.getCount() > 0) {
                turn(session);
            }
        } catch (KafkaException e) {
            waitAfter(e);
        }
    }

    private void turn(ChannelSession session) throws InterruptedException {
        try {
            session.turn();
            health = Health.ready("in its group");
        } catch (RetriableException e) {
            waitAfter(e);
        }
    }

    private void waitAfter(KafkaException trouble) throws InterruptedException {
        if (health.state() != Health.State.WAITING && closing.getCount() > 0) {
            LOG.warn("channel {} waits: {}", name, trouble.toString());
        }
        health = Health.waiting("waits: " + trouble.getMessage());
        closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks it to end; returns at once. */
    void stop() {
        closing.countDown();
    }

    /** Lets an attempt under way end, but not for long; what it was about is then sent again by the next start. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(FINISH_WITHIN.toMillis());
            channel.close();
            thread.join(LEAVE_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("channel {} did not close", name, e);
        }
        thread.interrupt();
    }
}
