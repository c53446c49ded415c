package communique.standalone.publicset;

import com.fasterxml.jackson.databind.ObjectMapper;
import communique.analysis.Analyzer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique public-sets}: figures on data that others labelled. */
@Command(
        name = "public-sets",
        description = "Measure the engine on data that others published and labelled.",
        mixinStandardHelpOptions = true)
public final class PublicSetsCommand implements Callable<Integer> {
    private static final List<PublicSet> ALL = List.of(new ReutersPlaces(), new CliffFocus(), new NtrexAgreement());

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Where the sets are, each in a folder of its name.")
    private Path folder;

    @Parameters(
            index = "1..*",
            paramLabel = "SET",
            description = "reuters, cliff, ntrex; all of them where none is named.")
    private List<String> ids = List.of();

    @Option(names = "--errors", description = "List every miss.")
    private boolean errors;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** Exit code 0 where every set asked for was there, 1 otherwise. */
    @Override
    public Integer call() throws IOException {
        Analyzer analyzer = new Analyzer(Optional.empty());
        Map<String, SetReport> reports = new LinkedHashMap<>();
        boolean complete = true;
        for (PublicSet set : wanted()) {
            Path where = folder.resolve(set.id());
            if (set.isIn(where)) {
                SetReport report = new SetReport();
                set.measure(where, analyzer, report);
                reports.put(set.id(), report);
            } else {
                complete = false;
                spec.commandLine()
                        .getErr()
                        .println("communique: " + where
                                + " does not hold the set; docs/accuracy.md tells how to get it");
            }
        }
        print(spec.commandLine().getOut(), reports);
        return complete ? 0 : 1;
    }

    private List<PublicSet> wanted() {
        List<String> known = ALL.stream().map(PublicSet::id).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new ParameterException(spec.commandLine(), "no set '" + id + "'; there are " + known);
        });
        return ALL.stream()
                .filter(set -> ids.isEmpty() || ids.contains(set.id()))
                .toList();
    }

    private void print(PrintWriter out, Map<String, SetReport> reports) throws IOException {
        if (json) {
            out.println(new ObjectMapper()
                    .writeValueAsString(reports.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    entry -> errors
                                            ? Map.of(
                                                    "figures",
                                                    entry.getValue(),
                                                    "misses",
                                                    entry.getValue().misses())
                                            : Map.of("figures", entry.getValue()),
                                    (one, other) -> one,
                                    LinkedHashMap::new))));
        } else {
            reports.forEach((id, report) -> lines(id, report).forEach(out::println));
        }
        out.flush();
    }

    private Stream<String> lines(String id, SetReport report) {
        Stream<String> figures = report.figures.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%-8s %-44s P %.3f  R %.3f  F1 %.3f  of %d",
                        id,
                        entry.getKey(),
                        entry.getValue().precision(),
                        entry.getValue().recall(),
                        entry.getValue().f1(),
                        entry.getValue().labelled()));
        Stream<String> kinds = report.missesByKind().entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%-8s %5d x %s", id, entry.getValue(), entry.getKey()));
        Stream<String> misses = errors
                ? report.misses().stream()
                        .map(miss -> id + " " + miss.item() + " " + miss.kind() + ": " + miss.detail())
                : Stream.empty();
        return Stream.of(figures, kinds, misses).flatMap(lines -> lines);
    }
}
