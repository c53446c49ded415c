package communique.standalone.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.analysis.Analyzer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique evaluate}: figures on labelled articles. */
@Command(name = "evaluate", description = "Measure the engine on labelled articles.", mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE.jsonl", description = "Labelled articles, one JSON object a line.")
    private List<Path> files;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--errors", description = "List every miss with the engine's reasons.")
    private boolean errors;

    @Option(names = "--reliability", description = "Print how often statements of each confidence are right.")
    private boolean reliability;

    @Option(
            names = "--frequencies",
            description = "Print instead how many of the articles have each feature, as the data file frequencies.txt.")
    private boolean frequencies;

    @Option(
            names = "--confidences",
            description = "Print instead how often each rule of attribution is right, as the data file confidence.txt.")
    private boolean confidences;

    @Option(
            names = "--no-speed",
            negatable = true,
            description = "Do not measure speed, which takes seven seconds for each language.")
    private boolean speed = true;

    @Option(
            names = "--min-confidence",
            defaultValue = "0.5",
            description = "Least confidence of a statement that counts (default: ${DEFAULT-VALUE}).")
    private double threshold;

    @Option(names = "--lexicon", paramLabel = "FOLDER", description = "Data files that add to the engine's own.")
    private Path lexicon;

    @Override
    public Integer call() throws IOException {
        Analyzer analyzer = new Analyzer(Optional.ofNullable(lexicon));
        PrintWriter out = spec.commandLine().getOut();
        if (frequencies) {
            printFrequencies(out, analyzer);
            return 0;
        }
        Evaluation evaluation = new Evaluation(analyzer, threshold);
        for (Path file : files) {
            LabelledArticle.read(file).forEach(evaluation::add);
        }
        if (confidences) {
            evaluation.trackRecords().lines().forEach(out::println);
            out.flush();
            return 0;
        }
        if (speed) {
            evaluation.measureSpeed();
        }
        if (json) {
            printJson(out, evaluation);
        } else {
            printTable(out, evaluation.scores());
            if (reliability) {
                printReliability(out, evaluation.scores());
            }
            if (errors) {
                evaluation
                        .misses()
                        .forEach(miss -> out.println(miss.article() + " [" + miss.language() + "] " + miss.kind() + ": "
                                + miss.detail().replace('\n', ' ')));
            }
        }
        out.flush();
        return 0;
    }

    private void printFrequencies(PrintWriter out, Analyzer analyzer) throws IOException {
        Frequencies counted = new Frequencies(analyzer);
        for (Path file : files) {
            LabelledArticle.read(file).forEach(article -> counted.add(article.document()));
        }
        counted.lines().forEach(out::println);
        out.flush();
    }

    private void printJson(PrintWriter out, Evaluation evaluation) throws JsonProcessingException {
        Map<String, Object> report = errors
                ? Map.of("figures", evaluation.scores(), "misses", evaluation.misses())
                : Map.of("figures", evaluation.scores());
        out.println(new ObjectMapper().writeValueAsString(report));
    }

    private static void printTable(PrintWriter out, Map<String, Scores> scores) {
        out.println(
                "lang     n   alert P   R    F1   FA/100   speaker P   R    F1   statement P   R    F1   country F1  topic F1  novelty P   R    F1   one thread");
        scores.forEach((language, s) -> out.println(String.format(
                Locale.ROOT,
                "%-5s %4d    %s  %6.1f      %s        %s       %.3f     %.3f     %s   %s",
                language,
                s.articles,
                row(s.alert),
                s.falseAlarmsPer100(),
                row(s.speaker),
                row(s.statement),
                s.country.f1(),
                s.topic.f1(),
                row(s.novelty),
                Objects.toString(s.speed, "-"))));
    }

    private static void printReliability(PrintWriter out, Map<String, Scores> scores) {
        out.println();
        out.println("lang  confidence   right  statements");
        scores.forEach((language, s) -> {
            s.reliability
                    .bins()
                    .forEach(bin -> out.println(String.format(
                            Locale.ROOT,
                            "%-5s       %.2f    %.2f  %10d",
                            language,
                            bin.confidence(),
                            bin.right(),
                            bin.statements())));
            out.println(String.format(
                    Locale.ROOT, "%-5s calibration error %.3f", language, s.reliability.calibrationError()));
        });
    }

    private static String row(Figure figure) {
        return figure.labelled() == 0 && figure.predicted() == 0
                ? "  -    -    -  "
                : String.format(Locale.ROOT, "%.2f %.2f %.3f", figure.precision(), figure.recall(), figure.f1());
    }
}
