package communique.standalone.source;

import communique.ingest.feed.FeedSource;
import communique.ingest.feed.Opml;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        List<FeedSource> sources = Opml.read(Files.readString(file));
        PrintWriter out = spec.commandLine().getOut();
        out.print(SourceYaml.of(sources));
        out.flush();
        return sources.isEmpty() ? 1 : 0;
    }
}
