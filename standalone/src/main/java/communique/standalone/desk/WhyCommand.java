package communique.standalone.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique why}: why somebody was told of an article, or was not. */
@Command(
        name = "why",
        description = "Tell why an article raised an alert or none, and what became of the alert channel by channel.",
        mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskClient service;

    @Parameters(
            arity = "1..*",
            paramLabel = "WORD",
            description = "Words of its headline, its address, its outlet; or an id.")
    private List<String> words;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String question = URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8);
        JsonNode answer = service.get("/v1/why?q=" + question);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(answer);
        } else if (answer.get("articles").isEmpty()) {
            out.println(answer.get("answer").asText());
        } else {
            answer.get("articles").forEach(article -> print(article, out));
        }
        out.flush();
        return answer.get("articles").isEmpty() ? 1 : 0;
    }

    private static void print(JsonNode article, PrintWriter out) {
        JsonNode decision = article.get("decision");
        out.println(decision.path("title").asText(decision.get("articleId").asText()) + "  "
                + decision.path("source").asText() + ", "
                + decision.path("published").asText());
        out.println(
                "  " + decision.get("outcome").asText().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                        + decision.get("reason").asText());
        for (JsonNode alert : article.get("alerts")) {
            out.println("  alert " + alert.get("id").asText() + ": "
                    + alert.get("headline").asText());
            alert.get("channels")
                    .forEach(channel -> out.println("    "
                            + channel.get("name").asText() + ": "
                            + channel.get("status").asText().toLowerCase(Locale.ROOT) + ", "
                            + channel.get("why").asText()));
        }
    }
}
