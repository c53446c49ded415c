package communique.standalone;

import communique.analysis.lexicon.LexiconException;
import communique.cluster.LocalClusterException;
import communique.kit.config.InvalidConfigException;
import communique.kit.lifecycle.LogFormat;
import communique.kit.lifecycle.ProductVersion;
import communique.standalone.analyze.AnalyzeCommand;
import communique.standalone.deadletter.DeadLetterCommand;
import communique.standalone.demo.DemoCommand;
import communique.standalone.desk.ChannelsCommand;
import communique.standalone.desk.RedeliverCommand;
import communique.standalone.desk.SilencesCommand;
import communique.standalone.desk.WhyCommand;
import communique.standalone.evaluate.EvaluateCommand;
import communique.standalone.extract.ExtractCommand;
import communique.standalone.publicset.PublicSetsCommand;
import communique.standalone.replay.ReplayCommand;
import communique.standalone.rule.RulesCommand;
import communique.standalone.run.RunCommand;
import communique.standalone.source.SourcesCommand;
import communique.standalone.topic.TopicsCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The command line of Communique. Exit codes: 0 fine, 1 failed, 2 wrong arguments or configuration. */
@Command(
        name = "communique",
        description = "Watches the news for what states say about a country and alerts when something new is said.",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        scope = ScopeType.INHERIT)
public final class CommuniqueMain {
    private CommuniqueMain() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        new LogFormat(false, "warn").apply();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine(out, err).execute(arguments));
    }

    static CommandLine commandLine(PrintStream out, PrintStream err) {
        return new CommandLine(new CommuniqueMain())
                .addSubcommand(new RunCommand(out, err))
                .addSubcommand(new AnalyzeCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new PublicSetsCommand())
                .addSubcommand(new TopicsCommand())
                .addSubcommand(new DeadLetterCommand())
                .addSubcommand(new SourcesCommand())
                .addSubcommand(new ExtractCommand())
                .addSubcommand(new RulesCommand())
                .addSubcommand(new ChannelsCommand())
                .addSubcommand(new SilencesCommand())
                .addSubcommand(new RedeliverCommand())
                .addSubcommand(new WhyCommand())
                .addSubcommand(new ReplayCommand())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new AutoComplete.GenerateCompletion())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(CommuniqueMain::explain);
    }

    /** What went wrong in words where the words are for people; the stack only where it is a bug. */
    private static int explain(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        Optional<InvalidConfigException> invalid = InvalidConfigException.behind(failure);
        if (invalid.isPresent() || failure instanceof LexiconException) {
            line.getErr()
                    .println("communique: " + invalid.map(Exception::getMessage).orElse(failure.getMessage()));
            return 2;
        }
        if (failure instanceof LocalClusterException
                || failure instanceof IOException
                || failure instanceof IllegalStateException) {
            line.getErr().println("communique: " + failure.getMessage());
            return 1;
        }
        if (failure instanceof KafkaException) {
            line.getErr()
                    .println("communique: the broker cannot be used: " + failure.getMessage()
                            + "; kafka.bootstrap.servers says where it is");
            return 1;
        }
        throw failure;
    }
}
