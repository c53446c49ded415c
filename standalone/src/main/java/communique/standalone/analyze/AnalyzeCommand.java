package communique.standalone.analyze;

import com.fasterxml.jackson.databind.ObjectMapper;
import communique.analysis.Analysis;
import communique.analysis.Analyzer;
import communique.analysis.Document;
import communique.standalone.InputFile;
import communique.standalone.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique analyze}: countries, topics and statements of one text. Needs no Kafka. */
@Command(
        name = "analyze",
        description = "Show what the engine sees in one text: countries, topics, statements with the rules that fired.",
        mixinStandardHelpOptions = true)
public final class AnalyzeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|-", description = "Text as published, UTF-8; - reads standard input.")
    private String input;

    @Option(names = "--json", description = "Print JSON; the default where the output is no terminal.")
    private boolean json;

    @Option(names = "--explain", description = "Tell also who was not taken for a speaking state, and why.")
    private boolean explain;

    @Option(names = "--published", paramLabel = "DATE", description = "Date of publication, ISO 8601.")
    private LocalDate published;

    @Option(names = "--lexicon", paramLabel = "FOLDER", description = "Data files that add to the engine's own.")
    private Path lexicon;

    @Override
    public Integer call() throws IOException {
        Document document = new Document(
                Optional.empty(), read(), Optional.ofNullable(published), Optional.empty(), Optional.empty(), false);
        Analysis analysis = new Analyzer(Optional.ofNullable(lexicon)).analyze(document);
        PrintWriter out = spec.commandLine().getOut();
        if (json || !Terminal.isAttached()) {
            out.println(new ObjectMapper().writeValueAsString(AnalysisJson.of(analysis, explain)));
        } else {
            out.print(new AnalysisText(Ansi.AUTO).of(analysis, explain));
        }
        out.flush();
        return 0;
    }

    private String read() throws IOException {
        if (!input.equals("-")) {
            return InputFile.text(Path.of(input));
        }
        try (InputStream in = System.in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
