package communique.standalone.source;

import communique.ingest.IngestConfig;
import communique.ingest.feed.FeedFetcher;
import communique.ingest.feed.FeedSource;
import communique.ingest.feed.SourceList;
import communique.ingest.fetch.HostGate;
import communique.ingest.fetch.HttpFetcher;
import communique.kit.http.AddressGuard;
import communique.kit.http.Cidr;
import communique.kit.lifecycle.LogFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique sources check}: tries every feed of a list once. Needs no Kafka. */
@Command(
        name = "check",
        description = "Try every feed of a list once and print what it answers.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final int AT_ONCE = 16;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.yaml", description = "The list of sources.")
    private Path file;

    @Option(
            names = "--allow",
            paramLabel = "RANGE",
            split = ",",
            description = "Ranges of addresses that may be fetched from although they are not public.")
    private List<String> allow = List.of();

    /** Exit code 0 where every feed has entries, 1 otherwise. */
    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        new LogFormat(false, "error").apply();
        List<FeedSource> sources = SourceList.read(file).sources();
        PrintWriter out = spec.commandLine().getOut();
        AddressGuard guard = new AddressGuard(allow.stream().map(Cidr::parse).toList());
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        boolean all = true;
        Clock clock = Clock.systemUTC();
        try (HttpFetcher fetcher = new HttpFetcher(guard, DEADLINE, IngestConfig.USUAL_USER_AGENT, clock)) {
            FeedFetcher feeds = new FeedFetcher(fetcher, new HostGate(Duration.ofSeconds(1), clock), clock);
            List<Future<SourceCheck>> checks = new ArrayList<>();
            for (FeedSource source : sources) {
                checks.add(threads.submit(() -> SourceCheck.of(source, feeds)));
            }
            out.println(SourceCheck.HEADER);
            for (Future<SourceCheck> check : checks) {
                out.println(check.get().line());
                out.flush();
                all &= check.get().isWell();
            }
        } finally {
            threads.shutdownNow();
        }
        return all ? 0 : 1;
    }
}
