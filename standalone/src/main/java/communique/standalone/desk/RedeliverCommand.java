package communique.standalone.desk;

import com.fasterxml.jackson.databind.JsonNode;
import communique.kit.config.DurationText;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique redeliver}: alerts sent to a channel once more, under the ids they have. */
@Command(
        name = "redeliver",
        description =
                "Have a running alert-service send alerts to a channel once more: named ones, or all since a time.",
        mixinStandardHelpOptions = true)
public final class RedeliverCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskClient service;

    @Parameters(index = "0", paramLabel = "CHANNEL", description = "Where to.")
    private String channel;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ALERT", description = "Ids of alerts.")
    private List<String> alerts;

    @Option(names = "--since", paramLabel = "TIME", description = "All published since, such as 3h.")
    private String since;

    @Option(names = "--until", paramLabel = "TIME", description = "With --since: published before, such as 1h.")
    private String until;

    @Option(names = "--failed", description = "Only those the channel gave up and has not taken since.")
    private boolean failed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if ((alerts == null || alerts.isEmpty()) == (since == null)) {
            throw new ParameterException(spec.commandLine(), "name alerts, or a time with --since");
        }
        Map<String, Object> wanted =
                new HashMap<>(Map.of("channel", channel, "user", service.user(), "failed", failed));
        if (since == null) {
            wanted.put("alerts", alerts);
        } else {
            wanted.put("from", ago(since));
        }
        if (until != null) {
            wanted.put("to", ago(until));
        }
        JsonNode answer = service.send("POST", "/v1/replay", wanted);
        PrintWriter out = spec.commandLine().getOut();
        out.println(answer.get("requests").size() + " alerts are on their way to " + channel);
        out.flush();
        return 0;
    }

    private static String ago(String text) {
        return Clock.systemUTC().instant().minus(DurationText.parse(text)).toString();
    }
}
