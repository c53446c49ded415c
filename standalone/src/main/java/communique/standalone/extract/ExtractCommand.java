package communique.standalone.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import communique.ingest.article.Content;
import communique.ingest.article.Dated;
import communique.ingest.article.LanguageChoice;
import communique.ingest.article.Limits;
import communique.ingest.article.Page;
import communique.ingest.article.PageReader;
import communique.ingest.article.Rejection;
import communique.ingest.article.TextDecoder;
import communique.ingest.article.Verdict;
import communique.kit.lifecycle.LogFormat;
import communique.standalone.InputFile;
import communique.standalone.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique extract}: the article ingest takes out of a web page. Needs no Kafka. */
@Command(
        name = "extract",
        description = "Show the article ingest takes out of a web page: title, date, language, main text.",
        mixinStandardHelpOptions = true)
public final class ExtractCommand implements Callable<Integer> {
    private final PageReader pages = new PageReader();
    private final LanguageChoice languages = new LanguageChoice();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.html", arity = "1..*", description = "Pages as they were fetched.")
    private List<Path> files;

    @Option(names = "--url", paramLabel = "URL", description = "Where the page was found.")
    private String url;

    @Option(names = "--json", description = "Print one JSON object a line for each page.")
    private boolean json;

    /** Exit code 0 where every page holds an article, 1 otherwise. */
    @Override
    public Integer call() {
        new LogFormat(false, "warn").apply();
        PrintWriter out = spec.commandLine().getOut();
        ObjectMapper mapper = new ObjectMapper();
        boolean all = true;
        for (Path file : files) {
            try {
                Map<String, Object> view = view(InputFile.bytes(file, Limits.ARTICLE_BYTES));
                all &= view.containsKey("text");
                if (json) {
                    view.put("file", file.toString());
                    out.println(mapper.writeValueAsString(view));
                } else {
                    out.println(Terminal.harmless(text(view)));
                }
            } catch (IOException e) {
                all = false;
                spec.commandLine().getErr().println("communique: " + e.getMessage());
            }
        }
        out.flush();
        return all ? 0 : 1;
    }

    private Map<String, Object> view(byte[] html) {
        Verdict<Page> page =
                TextDecoder.markup(html, Optional.empty()).then(markup -> pages.html(markup, Optional.ofNullable(url)));
        return page.either(fit -> view(fit.content()), ExtractCommand::view);
    }

    private Map<String, Object> view(Content content) {
        Map<String, Object> view = new LinkedHashMap<>();
        put(view, "title", content.title());
        put(view, "published", content.published().map(Dated::instant).map(Instant::toString));
        put(view, "language", languages.of(content.body(), content.language()));
        put(view, "author", content.author());
        put(view, "url", content.url());
        view.put("text", content.body());
        return view;
    }

    private static Map<String, Object> view(Rejection why) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("outcome", why.reason().tag());
        view.put("detail", why.detail());
        return view;
    }

    private static void put(Map<String, Object> view, String name, Optional<String> value) {
        value.ifPresent(text -> view.put(name, text));
    }

    private static String text(Map<String, Object> view) {
        StringBuilder text = new StringBuilder();
        view.forEach(
                (name, value) -> text.append(name.equals("text") ? "\n" + value + "\n" : name + ": " + value + "\n"));
        return text.toString();
    }
}
