package communique.system;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka node, broker and controller in one, as a process of its own that can be killed. */
final class BrokerProcess implements AutoCloseable {
    private final Path folder;
    private JavaProcess process;

    /**
     * A node that is not started.
     *
     * @param folder its records and its log
     * @param config Kafka's own keys
     */
    BrokerProcess(Path folder, String clusterId, int node, Map<String, String> config) throws Exception {
        this.folder = folder;
        Map<String, String> all = new TreeMap<>(config);
        all.put("node.id", String.valueOf(node));
        all.put("log.dirs", data().toString());
        Files.createDirectories(data());
        Files.writeString(
                folder.resolve("server.properties"),
                all.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        Formatter formatter = new Formatter();
        formatter.setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        formatter.setClusterId(clusterId);
        formatter.setNodeId(node);
        formatter.setReleaseVersion(MetadataVersion.latestProduction());
        formatter.setControllerListenerName(config.get("controller.listener.names"));
        formatter.setMetadataLogDirectory(data().toString());
        formatter.addDirectory(data().toString());
        formatter.run();
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Starts it; returns at once. */
    BrokerProcess start() {
        String settings = folder.resolve("server.properties").toString();
        process = JavaProcess.start("384m", "kafka.Kafka", List.of(settings), Map.of(), folder.resolve("broker.log"));
        return this;
    }

    /** Kills it as {@code kill -9} does. */
    void kill() {
        process.close();
    }

    @Override
    public void close() {
        kill();
    }
}
