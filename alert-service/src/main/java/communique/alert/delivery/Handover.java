package communique.alert.delivery;

import communique.schemas.v1.ChannelState;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryRequest;
import communique.schemas.v1.DeliveryStatus;
import communique.schemas.v1.RequestReason;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What other channels are asked to tell where this one fails. Asked twice it has the same id and is sent once. */
final class Handover {
    /** Attempts in a row, at one alert or at any, after which the fallback is told. */
    private static final int PATIENCE = 3;

    private final String channel;
    private final Endpoint endpoint;
    private final Predicate<String> unable;
    private final Set<String> asked = new HashSet<>();

    /**
     * For one channel.
     *
     * @param unable whether another channel is disabled too
     */
    Handover(String channel, Endpoint endpoint, Predicate<String> unable) {
        this.channel = channel;
        this.endpoint = endpoint;
        this.unable = unable;
    }

    /** The alerts among those that wait which their fallback is to tell now. */
    List<DeliveryRequest> forsaken(List<Pending> waiting, Instant now) {
        asked.retainAll(waiting.stream().map(this::idOf).toList());
        boolean disabled = endpoint.disabled().isPresent();
        boolean down = endpoint.failuresInARow() >= PATIENCE;
        return waiting.stream()
                .filter(entry -> disabled || entry.attempts() >= PATIENCE || (down && isOverdue(entry, now)))
                .flatMap(entry -> ask(entry, now).stream())
                .toList();
    }

    /**
     * Whether an alert that waits is its fallback's affair alone. Requests are not kept as long as alerts, so a
     * fallback that is disabled too takes nothing over.
     */
    boolean isTakenOver(Pending entry) {
        return endpoint.disabled().isPresent()
                && asked.contains(idOf(entry))
                && entry.stop().fallback().filter(unable.negate()).isPresent();
    }

    private String idOf(Pending entry) {
        return "fallback_" + channel + "_" + entry.alert().getId() + "_"
                + entry.alert().getRevision();
    }

    private static boolean isOverdue(Pending entry, Instant now) {
        return entry.attempts() > 0 || !entry.due().isAfter(now);
    }

    /** The alert of an attempt that was given up. */
    Optional<DeliveryRequest> givenUp(Pending entry, Delivery delivery, Instant now) {
        return delivery.getStatus() == DeliveryStatus.REJECTED ? ask(entry, now) : Optional.empty();
    }

    private Optional<DeliveryRequest> ask(Pending entry, Instant now) {
        String id = idOf(entry);
        return entry.stop()
                .fallback()
                .filter(fallback -> asked.add(id))
                .map(fallback -> DeliveryRequest.newBuilder()
                        .setId(id)
                        .setChannel(fallback)
                        .setReason(RequestReason.FALLBACK)
                        .setRequestedBy("channel " + channel)
                        .setAt(now)
                        .setAlert(entry.alert())
                        .build());
    }

    /** Tells another channel that this one is disabled. */
    DeliveryRequest disabled(ChannelState state, String teller, Instant now) {
        return DeliveryRequest.newBuilder()
                .setId("disabled_" + channel + "_" + state.getChanged().toEpochMilli())
                .setChannel(teller)
                .setReason(RequestReason.NOTICE)
                .setRequestedBy("channel " + channel)
                .setAt(now)
                .setTitle("Channel " + channel + " is disabled")
                .setLines(List.of(
                        "Why: " + state.getReason().orElse(""),
                        "Alerts for it that no fallback takes over are kept and sent once it is enabled again.",
                        "Enable it with: communique channels enable " + channel))
                .build();
    }
}
