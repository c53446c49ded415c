package communique.standalone.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import communique.ingest.feed.FeedFetcher;
import communique.ingest.feed.FeedParser;
import communique.ingest.feed.ParsedFeed;
import communique.standalone.InputFile;
import communique.standalone.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique sources parse}: what ingest would read in files. Needs no Kafka. */
@Command(
        name = "parse",
        description = "Show what ingest reads in feeds that are kept as files: form, entries, or why it is no feed.",
        mixinStandardHelpOptions = true)
final class ParseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Feeds of any form.")
    private List<Path> files;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "https://feed.invalid/",
            description = "Where they were found, to resolve relative addresses.")
    private String url;

    @Option(names = "--charset", paramLabel = "NAME", description = "Encoding the server declared.")
    private String charset;

    @Option(names = "--json", description = "Print one JSON object a line for each file.")
    private boolean json;

    /** Exit code 0 where every file holds a feed, a list of sitemaps or a page, 1 otherwise. */
    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ObjectMapper mapper = new ObjectMapper();
        FeedParser parser = new FeedParser();
        boolean all = true;
        for (Path file : files) {
            try {
                ParsedFeed feed =
                        parser.parse(InputFile.bytes(file, FeedFetcher.MOST_BYTES), Optional.ofNullable(charset), url);
                all &= !(feed instanceof ParsedFeed.Unreadable);
                out.print(
                        json
                                ? mapper.writeValueAsString(FeedView.json(file, feed)) + "\n"
                                : Terminal.harmless(FeedView.text(file, feed)));
            } catch (IOException e) {
                all = false;
                spec.commandLine().getErr().println("communique: " + e.getMessage());
            }
        }
        out.flush();
        return all ? 0 : 1;
    }
}
