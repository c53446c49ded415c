package communique.alert.delivery;

import communique.alert.silence.Silences;
import communique.schemas.v1.DeliveryRequest;
import communique.schemas.v1.RequestReason;
import communique.schemas.v1.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sums up for a channel what a silence kept from it, when the silence is over. */
final class SilenceReport {
    private static final int LISTED = 10;

    private final String channel;
    private final Silences silences;
    private final Function<String, Optional<String>> headlines;

    /**
     * Reports for one channel.
     *
     * @param headlines headline of an alert by its id, where it is still known
     */
    SilenceReport(String channel, Silences silences, Function<String, Optional<String>> headlines) {
        this.channel = channel;
        this.silences = silences;
        this.headlines = headlines;
    }

    /** What is to be told of silences that are over. */
    List<DeliveryRequest> due(Standings standings, Instant now) {
        return silences.all().stream()
                .filter(silence -> !silence.getEnds().isAfter(now))
                .filter(silence -> !standings.get("@" + idOf(silence)).isOver())
                .flatMap(silence -> report(silence, standings.keptBy(silence.getId()), now).stream())
                .toList();
    }

    private static String idOf(Silence silence) {
        return "silence_" + silence.getId() + "_" + silence.getEnds().toEpochMilli();
    }

    private Optional<DeliveryRequest> report(Silence silence, List<String> alertIds, Instant now) {
        if (alertIds.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Silenced by " + silence.getOwner() + " from " + silence.getStarts() + " to " + silence.getEnds()
                + ": " + silence.getComment());
        alertIds.stream()
                .limit(LISTED)
                .forEach(id -> lines.add(headlines.apply(id).orElse("alert " + id)));
        if (alertIds.size() > LISTED) {
            lines.add("and " + (alertIds.size() - LISTED) + " more");
        }
        return Optional.of(DeliveryRequest.newBuilder()
                .setId(idOf(silence))
                .setChannel(channel)
                .setReason(RequestReason.NOTICE)
                .setRequestedBy("silence " + silence.getId())
                .setAt(now)
                .setTitle("A silence ended; it kept back " + alertIds.size()
                        + (alertIds.size() == 1 ? " alert" : " alerts"))
                .setLines(lines)
                .build());
    }
}
