package communique.standalone.topic;

import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.kafka.TopicSetup;
import communique.kit.metrics.Metrics;
import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
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
                    "%-34s %-18s %3d partitions  %9s  %s",
                    topic.name(),
                    topic.value().getSimpleName(),
                    topic.partitions(),
                    topic.keepsForEver() ? "kept" : topic.retention().toDays() + " days",
                    topic.cleanup().policy()));
        }
        out.flush();
        return 0;
    }
}
