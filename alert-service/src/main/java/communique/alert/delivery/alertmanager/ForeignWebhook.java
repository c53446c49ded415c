package communique.alert.delivery.alertmanager;

import communique.alert.delivery.channel.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A message as Alertmanager's webhook receiver sends it, version 4.
 *
 * @param groupKey id of the message: the same in every attempt
 * @param receiver name of the channel
 * @param commonLabels what all alerts of the message have in common
 */
record ForeignWebhook(
        String version,
        String groupKey,
        int truncatedAlerts,
        String status,
        String receiver,
        Map<String, String> groupLabels,
        Map<String, String> commonLabels,
        Map<String, String> commonAnnotations,
        String externalURL,
        List<ForeignAlert> alerts) {
    static ForeignWebhook of(String channel, Message message) {
        List<ForeignAlert> alerts = ForeignAlert.of(message);
        boolean fires = alerts.stream().anyMatch(alert -> alert.status().equals("firing"));
        return new ForeignWebhook(
                "4",
                message.id(),
                0,
                fires ? "firing" : "resolved",
                channel,
                Map.of(),
                common(alerts, ForeignAlert::labels),
                common(alerts, ForeignAlert::annotations),
                "",
                alerts);
    }

    private static Map<String, String> common(
            List<ForeignAlert> alerts, Function<ForeignAlert, Map<String, String>> part) {
        Map<String, String> common = new TreeMap<>(part.apply(alerts.get(0)));
        alerts.forEach(alert -> common.entrySet().retainAll(part.apply(alert).entrySet()));
        return common;
    }
}
