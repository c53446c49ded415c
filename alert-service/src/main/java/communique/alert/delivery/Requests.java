package communique.alert.delivery;

import communique.schemas.v1.ChannelState;
import communique.schemas.v1.DeliveryRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What people and channels want of channels: messages to be sent, channels to be used or not. Safe for several threads.
 */
public final class Requests {
    /** Requests are kept on their topic as long. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Map<String, Map<String, DeliveryRequest>> byChannel = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final Map<String, ChannelState> states = new ConcurrentHashMap<>();

    /** Takes in a record of the requests topic. */
    public void put(String id, DeliveryRequest request) {
        if (request != null) {
            Map<String, DeliveryRequest> all =
                    byChannel.computeIfAbsent(request.getChannel(), channel -> new LinkedHashMap<>());
            synchronized (all) {
                Instant old = request.getAt().minus(KEPT);
                all.values().removeIf(other -> other.getAt().isBefore(old));
                all.put(id, request);
            }
            version.incrementAndGet();
        }
    }

    /** Takes in a record of the channels topic. */
    public void put(String channel, ChannelState state) {
        if (state == null) {
            states.remove(channel);
        } else {
            states.put(channel, state);
        }
    }

    /** What is to be sent to a channel, in the order in which it was asked. */
    List<DeliveryRequest> of(String channel) {
        Map<String, DeliveryRequest> all = byChannel.getOrDefault(channel, Map.of());
        synchronized (all) {
            return List.copyOf(all.values());
        }
    }

    /** Another number whenever there is something new. */
    long version() {
        return version.get();
    }

    /** Whether nothing is sent to a channel. */
    boolean isDisabled(String channel) {
        return state(channel).filter(ChannelState::getDisabled).isPresent();
    }

    /** Whether a channel is in use, as far as anything was ever recorded. */
    public Optional<ChannelState> state(String channel) {
        return Optional.ofNullable(states.get(channel));
    }
}
