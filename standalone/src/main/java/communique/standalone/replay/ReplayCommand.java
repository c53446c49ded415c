package communique.standalone.replay;

import communique.ingest.article.ArticleJson;
import communique.ingest.article.DateText;
import communique.ingest.article.Lines;
import communique.standalone.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code communique replay}: sends an archive to a running ingest service, as fast as it takes it or at a pace. */
@Command(
        name = "replay",
        description = {
            "Send a file of articles, one JSON object a line, to a running ingest service, in the file's order.",
            "They are marked as back-fill and page nobody, and get the ids the live run would give them."
        },
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    private static final String USUAL = "http://127.0.0.1:8083/v1/articles";
    private static final String TOKEN = "INGEST_PUSH_TOKEN";
    private static final Path STANDARD_INPUT = Path.of("-");
    private static final Duration LONGEST_GAP = Duration.ofHours(1);

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE.jsonl",
            description = "Articles with the fields of POST /v1/articles; - reads standard input.")
    private Path file;

    @Option(
            names = "--to",
            paramLabel = "URL",
            defaultValue = USUAL,
            description = "Where to send (default: ${DEFAULT-VALUE}); a token is taken from $" + TOKEN + ".")
    private URI to;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "0",
            converter = Speed.class,
            description = "How much faster than they were published: 60 or 60x; 1 is as it was, 0 (the default) does"
                    + " not wait.")
    private double speed;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            converter = Date.class,
            description = "Leave out what was published before.")
    private Instant since = Instant.MIN;

    @Option(names = "--live", description = "Send them as news of today, for which people are paged.")
    private boolean live;

    /** Exit code 0 where every article was taken or known, 1 otherwise. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!List.of("http", "https").contains(String.valueOf(to.getScheme())) || to.getHost() == null) {
            throw new ParameterException(spec.commandLine(), "'" + to + "' is no web address such as " + USUAL);
        }
        PrintWriter err = spec.commandLine().getErr();
        ArticleSender sender = new ArticleSender(to, live, Optional.ofNullable(System.getenv(TOKEN)), err);
        try (InputStream in = file.equals(STANDARD_INPUT) ? System.in : InputFile.open(file)) {
            Lines lines = new Lines(in);
            Optional<Instant> before = Optional.empty();
            for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<Instant> published = published(line.get());
                if (published.filter(since::isAfter).isEmpty()) {
                    await(sender, before, published);
                    sender.send(line.get());
                    before = published;
                }
            }
        }
        sender.flush();
        err.println("communique: " + sender.summary());
        return sender.isAllTaken() ? 0 : 1;
    }

    /** Waits as long as passed between two articles, divided by the speed. */
    private void await(ArticleSender sender, Optional<Instant> before, Optional<Instant> published)
            throws IOException, InterruptedException {
        if (speed <= 0 || before.isEmpty() || published.isEmpty()) {
            return;
        }
        Duration gap = Duration.between(before.get(), published.get());
        Duration bounded = gap.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : gap;
        long nanos = (long) (bounded.toNanos() / speed);
        if (nanos > 0) {
            sender.flush();
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }

    private static Optional<Instant> published(Lines.Line line) {
        return ArticleJson.parse(line.original().bytes())
                .either(
                        node -> Optional.of(node.path("published")
                                        .asText(node.path("versioncreated").asText("")))
                                .flatMap(DateText::parse),
                        why -> Optional.empty());
    }

    private static final class Speed implements ITypeConverter<Double> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)x?");

        @Override
        public Double convert(String text) {
            Matcher speed = FORM.matcher(text);
            if (!speed.matches()) {
                throw new TypeConversionException("'" + text + "' is no speed such as 0, 1x or 60");
            }
            return Double.valueOf(speed.group(1));
        }
    }

    private static final class Date implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            return DateText.parse(text)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is no date such as 2026-03-04"));
        }
    }
}
