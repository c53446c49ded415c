package communique.alert.ledger;

import communique.alert.store.RecordStore;
import communique.schemas.v1.Acknowledgement;
import communique.schemas.v1.Decision;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryAttempt;
import communique.schemas.v1.DeliveryStatus;
import communique.schemas.v1.SourceState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What happened, the latest of each kind, as the topics tell it: why an article raised no alert, who was told of an
 * alert and when, who took note of it, how the sources do. {@code time} is the timestamp of a record. Safe for use by
 * several threads.
 */
public final class Ledger {
    private static final int DECISIONS = 20_000;
    private static final int DELIVERIES = 60_000;
    private static final int ATTEMPTS = 20_000;

    private final Recent<Decision> decisions;
    private final Recent<Delivery> deliveries;
    private final Recent<DeliveryAttempt> attempts;
    private final Recent<Acknowledgement> acknowledgements;
    private final Recent<SourceState> sources;

    /** Nothing yet. */
    public Ledger(RecordStore store) {
        decisions = new Recent<>(DECISIONS, store.shelf(Decision.class));
        deliveries = new Recent<>(DELIVERIES, store.shelf(Delivery.class));
        attempts = new Recent<>(ATTEMPTS, store.shelf(DeliveryAttempt.class));
        acknowledgements = new Recent<>(DELIVERIES, store.shelf(Acknowledgement.class));
        sources = new Recent<>(DECISIONS, store.shelf(SourceState.class));
    }

    /** Takes in a decision. */
    public void put(long time, Decision decision) {
        decisions.put(time, decision.getArticleId() + "/" + decision.getAbout().orElse(""), decision);
    }

    /** Takes in how a delivery stands; null where it is forgotten. */
    public void put(long time, String key, Delivery delivery) {
        String silence =
                Optional.ofNullable(delivery).flatMap(Delivery::getSilenceId).orElse("");
        deliveries.put(time, key, delivery, silence);
    }

    /** Takes in an attempt. */
    public void put(long time, DeliveryAttempt attempt) {
        attempts.put(
                time,
                attempt.getChannel() + "/" + attempt.getMessageId() + "/" + attempt.getAt() + "/"
                        + attempt.getAttempt(),
                attempt);
    }

    /** Takes in that somebody took note; null where that is taken back. */
    public void put(long time, String alertId, Acknowledgement acknowledgement) {
        acknowledgements.put(time, alertId, acknowledgement);
    }

    /** Takes in how a source does; null where it is gone. */
    public void put(long time, String id, SourceState source) {
        sources.put(time, id, source);
    }

    /** The latest decisions of a kind, newest first. */
    public List<Decision> decisions(Predicate<Decision> kind, int limit) {
        return decisions.latest(kind, limit);
    }

    /** The latest deliveries of a kind, newest first. */
    public List<Delivery> deliveries(Predicate<Delivery> kind, int limit) {
        return deliveries.latest(kind, limit);
    }

    /** The deliveries of an alert, those that were asked for as well, newest first. */
    public List<Delivery> deliveriesOf(String alertId) {
        String alone = "/" + alertId;
        String asked = alone + "@";
        return deliveries.latest(
                key -> key.endsWith(alone) || key.contains(asked),
                delivery -> delivery.getAlertId().equals(alertId),
                DELIVERIES);
    }

    /** Ids of the alerts a channel was given up for, and has not taken since in that revision or a later one. */
    public Set<String> givenUp(String channel) {
        Map<String, Integer> revisions = new HashMap<>();
        deliveries(delivery -> isOf(delivery, channel, DeliveryStatus.REJECTED), DELIVERIES)
                .forEach(delivery -> revisions.merge(delivery.getAlertId(), delivery.getRevision(), Math::max));
        deliveries(
                        delivery -> isOf(delivery, channel, DeliveryStatus.DELIVERED)
                                && revisions.getOrDefault(delivery.getAlertId(), Integer.MAX_VALUE)
                                        <= delivery.getRevision(),
                        DELIVERIES)
                .forEach(delivery -> revisions.remove(delivery.getAlertId()));
        return revisions.keySet();
    }

    private static boolean isOf(Delivery delivery, String channel, DeliveryStatus status) {
        return delivery.getChannel().equals(channel) && delivery.getStatus() == status;
    }

    /** How many deliveries a silence kept back. */
    public int keptBackBy(String silenceId) {
        return deliveries.count(silenceId);
    }

    /** The latest attempts of a kind, newest first. */
    public List<DeliveryAttempt> attempts(Predicate<DeliveryAttempt> kind, int limit) {
        return attempts.latest(kind, limit);
    }

    /** Who took note of an alert. */
    public Optional<Acknowledgement> acknowledgement(String alertId) {
        return acknowledgements.find(alertId);
    }

    /** How the sources do, by id. */
    public List<SourceState> sources() {
        return sources.latest(source -> true, DECISIONS).stream()
                .sorted(Comparator.comparing(SourceState::getSourceId))
                .toList();
    }
}
