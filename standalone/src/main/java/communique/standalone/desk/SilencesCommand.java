package communique.standalone.desk;

import com.fasterxml.jackson.databind.JsonNode;
import communique.kit.config.DurationText;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique silences}: alerts nobody wants to be told of for a time. */
@Command(name = "silences", description = "Silences of a running alert-service.", mixinStandardHelpOptions = true)
public final class SilencesCommand {
    @Spec
    private CommandSpec spec;

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    @Command(name = "list", description = "List the silences, those over too.", mixinStandardHelpOptions = true)
    int list(@Mixin DeskClient service) throws IOException, InterruptedException {
        for (JsonNode silence : service.get("/v1/silences").get("silences")) {
            print(String.format(
                    Locale.ROOT,
                    "%s  %-7s until %s  by %s  kept back %d  %s  %s",
                    silence.get("id").asText(),
                    silence.get("state").asText(),
                    silence.get("ends").asText(),
                    silence.get("owner").asText(),
                    silence.get("kept").asInt(),
                    silence.get("matchers"),
                    silence.get("comment").asText()));
        }
        return 0;
    }

    @Command(name = "add", description = "Silence alerts from now on.", mixinStandardHelpOptions = true)
    int add(
            @Mixin DeskClient service,
            @Parameters(arity = "1..*", paramLabel = "MATCHER", description = "Such as speaker=RU.")
                    List<String> matchers,
            @Option(names = "--for", required = true, paramLabel = "TIME", description = "How long, such as 4h.")
                    String length,
            @Option(names = "--comment", required = true, description = "Why.") String comment)
            throws IOException, InterruptedException {
        JsonNode silence = service.send(
                "POST",
                "/v1/silences",
                Map.of(
                        "matchers",
                        matchers,
                        "ends",
                        Clock.systemUTC()
                                .instant()
                                .plus(DurationText.parse(length))
                                .toString(),
                        "owner",
                        service.user(),
                        "comment",
                        comment));
        print(silence.get("id").asText());
        return 0;
    }

    @Command(name = "end", description = "End a silence now.", mixinStandardHelpOptions = true)
    int end(@Mixin DeskClient service, @Parameters(paramLabel = "ID") String id)
            throws IOException, InterruptedException {
        service.send("DELETE", "/v1/silences/" + id, null);
        print("it ends now");
        return 0;
    }
}
