package communique.standalone.source;

import communique.ingest.article.TextDecoder;
import communique.ingest.article.Verdict;
import communique.ingest.feed.FeedFetcher;
import communique.ingest.feed.FeedSource;
import communique.ingest.feed.Opml;
import communique.standalone.InputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique sources import}: OPML to a list of sources. */
@Command(
        name = "import",
        description = "Print the feeds of an OPML file as a list of sources, to be completed by hand.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.opml", description = "As feed readers export it.")
    private Path file;

    /** Exit code 0 where there is a feed in it, 1 otherwise. */
    @Override
    public Integer call() throws IOException {
        String opml = text();
        List<FeedSource> sources = Opml.read(opml);
        PrintWriter err = spec.commandLine().getErr();
        Opml.leftOut(opml).forEach(url -> err.println("communique: left out '" + url + "', which is no web address"));
        if (sources.isEmpty()) {
            err.println("communique: there is no feed in " + file);
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(SourceYaml.of(sources));
        out.flush();
        return 0;
    }

    private String text() throws IOException {
        Verdict<String> text = TextDecoder.markup(InputFile.bytes(file, FeedFetcher.MOST_BYTES), Optional.empty());
        if (text instanceof Verdict.Unfit<String> unfit) {
            throw new IOException(file + ": " + unfit.why().detail());
        }
        return ((Verdict.Fit<String>) text).value();
    }
}
