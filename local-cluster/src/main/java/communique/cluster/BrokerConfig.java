package communique.cluster;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The settings of a Kafka node that is broker and controller in one. */
final class BrokerConfig {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    /** Largest record, in step with what our producers may send. */
    private static final String MAX_RECORD_BYTES = String.valueOf(16 * 1024 * 1024);

    private static final Set<String> LISTENERS =
            Set.of("listeners", "advertised.listeners", "listener.security.protocol.map");

    private static final Map<String, String> SINGLE_NODE = Map.ofEntries(
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("message.max.bytes", MAX_RECORD_BYTES),
            Map.entry("replica.fetch.max.bytes", MAX_RECORD_BYTES),
            // Nobody else will join: a group need not wait for more members before its first assignment.
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // Allocated at start; the default is 128 MiB of heap.
            Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
            // After a kill the next start waits until the broker it finds registered has expired.
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("server.max.startup.time.ms", "60000"));

    private BrokerConfig() {}

    /** Settings for one start; the same folder may come back on other ports, which is why the quorum is a fixed one. */
    static Map<String, String> of(Path folder, int port, int controllerPort, Map<String, String> more) {
        String clients = "PLAINTEXT://" + LoopbackPort.HOST + ":" + port;
        String controller = LoopbackPort.HOST + ":" + controllerPort;
        Map<String, String> config = new HashMap<>(SINGLE_NODE);
        config.put("node.id", String.valueOf(NODE));
        config.put("process.roles", "broker,controller");
        config.put("listeners", clients + "," + CONTROLLER + "://" + controller);
        config.put("advertised.listeners", clients);
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        config.put("controller.listener.names", CONTROLLER);
        config.put("controller.quorum.voters", NODE + "@" + controller);
        config.put("log.dirs", folder.toString());
        more.forEach((key, value) ->
                config.merge(key, value, (usual, added) -> LISTENERS.contains(key) ? usual + "," + added : added));
        return config;
    }
}
