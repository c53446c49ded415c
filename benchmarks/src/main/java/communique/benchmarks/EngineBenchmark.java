package communique.benchmarks;

import communique.analysis.Analysis;
import communique.analysis.Analyzer;
import communique.analysis.Document;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Articles per second of the whole engine, one thread, by language. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class EngineBenchmark {
    /** Language of the articles. */
    @Param({"en", "zh", "ru", "fa", "ur", "ps"})
    private String language;

    private Analyzer analyzer;
    private List<Document> articles;
    private int next;

    /** Reads data and texts. */
    @Setup
    public void read() throws IOException {
        analyzer = new Analyzer(Optional.empty());
        articles = Articles.in(language).stream().map(Document::of).toList();
    }

    /** One article. */
    @Benchmark
    public Analysis analyze() {
        return analyzer.analyze(articles.get(next++ % articles.size()));
    }
}
