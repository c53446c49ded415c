package communique.standalone.source;

import communique.ingest.feed.Opml;
import communique.ingest.feed.SourceList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique sources export}: a list of sources to OPML. */
@Command(
        name = "export",
        description = "Print a list of sources as OPML, for feed readers.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.yaml", description = "The list of sources.")
    private Path file;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(Opml.write(SourceList.read(file).sources()));
        out.flush();
        return 0;
    }
}
