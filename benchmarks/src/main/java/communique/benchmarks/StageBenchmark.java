package communique.benchmarks;

import communique.analysis.Analyzer;
import communique.analysis.ArticlePrint;
import communique.analysis.Document;
import communique.analysis.lexicon.NormalText;
import communique.analysis.statement.Statement;
import communique.analysis.text.LanguageDetector;
import communique.analysis.text.PlainPage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Articles per second of single stages, English, one thread. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StageBenchmark {
    private LanguageDetector detector;
    private Analyzer analyzer;
    private List<String> texts;
    private List<Document> documents;
    private List<List<Statement>> statements;
    private int next;

    /** Reads data and texts, and analyses them once for the stages that go on from there. */
    @Setup
    public void read() throws IOException {
        detector = new LanguageDetector();
        analyzer = new Analyzer(Optional.empty());
        texts = Articles.in("en");
        documents = texts.stream().map(Document::of).toList();
        statements = documents.stream()
                .map(document -> analyzer.analyze(document).statements())
                .toList();
    }

    private int one() {
        next = (next + 1) % texts.size();
        return next;
    }

    /** Tells the language. */
    @Benchmark
    public Optional<String> language() {
        return detector.detect(texts.get(one()));
    }

    /** Brings the text into normal form. */
    @Benchmark
    public NormalText normalise() {
        return NormalText.of(texts.get(one()));
    }

    /** Finds title, date and body of a page that is plain text. */
    @Benchmark
    public PlainPage page() {
        return PlainPage.read(texts.get(one()));
    }

    /** Takes the fingerprints of an article whose statements are known. */
    @Benchmark
    public ArticlePrint fingerprint() {
        int article = one();
        return analyzer.fingerprint(documents.get(article), statements.get(article));
    }
}
