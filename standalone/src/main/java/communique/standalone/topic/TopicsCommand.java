package communique.standalone.topic;

import communique.alert.rule.WatchRules;
import communique.kit.config.Keys;
import communique.kit.config.Settings;
import communique.kit.config.SettingsLoader;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.kafka.TopicSetup;
import communique.kit.metrics.Metrics;
import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code communique topics}: what a deployment needs on broker and registry. */
@Command(name = "topics", description = "Topics and schemas of a deployment.", mixinStandardHelpOptions = true)
public final class TopicsCommand {
    @Spec
    private CommandSpec spec;

    /** Where the deployment is. */
    static final class Target {
        @Option(
                names = "--config",
                paramLabel = "FILE",
                description = "Properties file with kafka.*, registry.* and topics.* keys.")
        private Path config;

        @Option(
                names = "--set",
                paramLabel = "KEY=VALUE",
                description = "One configuration value; wins over file and environment.")
        private final Map<String, String> values = new LinkedHashMap<>();

        @Option(
                names = "--rules",
                paramLabel = "FILE",
                defaultValue = "${env:ALERT_RULES}",
                description =
                        "Watch rules, $ALERT_RULES where not given; each state they listen to has an alert topic.")
        private Path rules;

        KafkaSettings settings() {
            SettingsLoader loader =
                    new SettingsLoader(KafkaSettings.define(new Keys()).definition(), System.getenv());
            Settings settings = loader.load(Optional.ofNullable(config), values);
            return KafkaSettings.of(settings);
        }

        List<Topic<?, ?>> topics(KafkaSettings settings) {
            return settings.topics()
                    .all(WatchRules.read(Optional.ofNullable(rules)
                                    .filter(file -> !file.toString().isEmpty()))
                            .speakers());
        }
    }

    @Command(
            name = "apply",
            description = "Create what is missing, correct what differs, register schemas. Twice changes nothing.",
            mixinStandardHelpOptions = true)
    int apply(@Mixin Target target, @Option(names = "--dry-run", description = "Only tell.") boolean dryRun)
            throws IOException {
        KafkaSettings settings = target.settings();
        PrintWriter out = spec.commandLine().getOut();
        try (Metrics metrics = new Metrics();
                Admin admin = new KafkaClients(settings, metrics).admin();
                SchemaRegistry registry = new SchemaRegistry(settings.registry())) {
            List<String> changes = new TopicSetup(admin, registry).apply(target.topics(settings), dryRun);
            changes.forEach(change -> out.println((dryRun ? "would " : "") + change));
            out.println(
                    changes.isEmpty()
                            ? "nothing to do"
                            : changes.size() + " changes" + (dryRun ? " to make" : " made"));
            out.flush();
        }
        return 0;
    }

    @Command(name = "list", description = "List the topics with what they carry.", mixinStandardHelpOptions = true)
    int list(@Mixin Target target) {
        PrintWriter out = spec.commandLine().getOut();
        for (Topic<?, ?> topic : target.topics(target.settings())) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-34s %-18s %3d partitions  %4d days  %s",
                    topic.name(),
                    topic.value().getSimpleName(),
                    topic.partitions(),
                    topic.retention().toDays(),
                    topic.cleanup().policy()));
        }
        out.flush();
        return 0;
    }
}
