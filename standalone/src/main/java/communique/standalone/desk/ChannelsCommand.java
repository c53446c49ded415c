package communique.standalone.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique channels}: how the channels do, and switching them. */
@Command(name = "channels", description = "Channels of a running alert-service.", mixinStandardHelpOptions = true)
public final class ChannelsCommand {
    @Spec
    private CommandSpec spec;

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    @Command(name = "list", description = "List the channels and how they do.", mixinStandardHelpOptions = true)
    int list(@Mixin DeskClient service) throws IOException, InterruptedException {
        for (JsonNode channel : service.get("/v1/channels").get("channels")) {
            String state = channel.get("disabled").asBoolean()
                    ? "disabled: " + channel.get("reason").asText()
                    : channel.get("failingSince").isNull()
                            ? "in use"
                            : "fails since " + channel.get("failingSince").asText();
            print(String.format(
                    Locale.ROOT,
                    "%-24s %-14s %s",
                    channel.get("name").asText(),
                    channel.get("type").asText(),
                    state));
        }
        return 0;
    }

    @Command(name = "send-test", description = "Have a channel send a test.", mixinStandardHelpOptions = true)
    int sendTest(@Mixin DeskClient service, @Parameters(paramLabel = "CHANNEL") String channel)
            throws IOException, InterruptedException {
        service.send("POST", "/v1/channels/" + channel + "/test", Map.of("user", service.user()));
        print("a test is on its way to " + channel + "; what came of it: communique channels attempts " + channel);
        return 0;
    }

    @Command(name = "attempts", description = "Show the last attempts of a channel.", mixinStandardHelpOptions = true)
    int attempts(@Mixin DeskClient service, @Parameters(paramLabel = "CHANNEL") String channel)
            throws IOException, InterruptedException {
        for (JsonNode attempt :
                service.get("/v1/attempts?limit=20&channel=" + channel).get("attempts")) {
            print(String.format(
                    Locale.ROOT,
                    "%s  %-26s %d. %-10s %s %s %s, %d ms",
                    attempt.get("at").asText(),
                    attempt.get("messageId").asText(),
                    attempt.get("attempt").asInt(),
                    attempt.get("status").asText(),
                    attempt.path("statusCode").asText(""),
                    attempt.path("reason").asText(""),
                    attempt.path("snippet").asText(""),
                    attempt.get("tookMillis").asLong()));
        }
        return 0;
    }

    @Command(name = "enable", description = "Use a disabled channel again.", mixinStandardHelpOptions = true)
    int enable(@Mixin DeskClient service, @Parameters(paramLabel = "CHANNEL") String channel)
            throws IOException, InterruptedException {
        service.send("POST", "/v1/channels/" + channel + "/enable", Map.of("user", service.user()));
        print(channel + " is enabled");
        return 0;
    }

    @Command(
            name = "disable",
            description = "Send nothing to a channel until it is enabled.",
            mixinStandardHelpOptions = true)
    int disable(
            @Mixin DeskClient service,
            @Parameters(paramLabel = "CHANNEL") String channel,
            @Option(names = "--reason", required = true, description = "Why.") String reason)
            throws IOException, InterruptedException {
        service.send("POST", "/v1/channels/" + channel + "/disable", Map.of("user", service.user(), "reason", reason));
        print(channel + " is disabled");
        return 0;
    }

    @Command(
            name = "reload",
            description = "Have rules, channels and routes read again, all or nothing.",
            mixinStandardHelpOptions = true)
    int reload(@Mixin DeskClient service) throws IOException, InterruptedException {
        service.send("POST", "/v1/reload", Map.of());
        print("rules and channels are read again and in force");
        return 0;
    }
}
