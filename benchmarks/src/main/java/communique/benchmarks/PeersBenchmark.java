package communique.benchmarks;

import communique.analysis.Analysis;
import communique.analysis.Analyzer;
import communique.analysis.Document;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Articles per second beside Stanford CoreNLP with attributed quotations and Apache OpenNLP with names, same texts, one
 * thread, one run. OpenNLP publishes no name model in a package repository, so a small one is trained before the
 * measurement: its speed counts here and not what it finds.
 */
@State(Scope.Thread)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 3, time = 10)
public class PeersBenchmark {
    private static final String[] TRAINED = {
        "<START:person> Wang Yi <END> met <START:person> Sergey Lavrov <END> in Samarkand on Thursday .",
        "The envoy of Pakistan , <START:person> Asif Durrani <END> , spoke to reporters in Kabul .",
        "Foreign Minister <START:person> Abbas Araghchi <END> called his Afghan counterpart .",
        "Trade through the crossing rose by a tenth , the ministry said ."
    };

    private Analyzer analyzer;
    private StanfordCoreNLP coreNlp;
    private SentenceDetectorME sentences;
    private TokenizerME tokenizer;
    private NameFinderME names;
    private List<String> texts;
    private int next;

    /** Reads data, models and texts. */
    @Setup
    public void read() throws IOException {
        texts = Articles.in("en");
        analyzer = new Analyzer(Optional.empty());
        coreNlp = CoreNlp.quotes();
        sentences = new SentenceDetectorME(new SentenceModel(resource("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")));
        tokenizer = new TokenizerME(new TokenizerModel(resource("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin")));
        names = new NameFinderME(nameModel());
    }

    private static URL resource(String name) {
        return PeersBenchmark.class.getResource(name);
    }

    private static TokenNameFinderModel nameModel() throws IOException {
        List<NameSample> samples = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            samples.add(NameSample.parse(TRAINED[i % TRAINED.length], i % TRAINED.length == 0));
        }
        return NameFinderME.train(
                "en",
                "person",
                ObjectStreamUtils.createObjectStream(samples),
                TrainingParameters.defaultParams(),
                new TokenNameFinderFactory());
    }

    private String text() {
        next = (next + 1) % texts.size();
        return texts.get(next);
    }

    /** This engine: countries, topics, statements with speaking state. */
    @Benchmark
    public Analysis communique() {
        return analyzer.analyze(Document.of(text()));
    }

    /** CoreNLP: quotations with their speakers. */
    @Benchmark
    public CoreDocument coreNlpQuotes() {
        CoreDocument document = new CoreDocument(text());
        coreNlp.annotate(document);
        return document;
    }

    /** OpenNLP: sentences, tokens, names. */
    @Benchmark
    public List<Span> openNlpNames() {
        List<Span> found = new ArrayList<>();
        for (String sentence : sentences.sentDetect(text())) {
            found.addAll(List.of(names.find(tokenizer.tokenize(sentence))));
        }
        names.clearAdaptiveData();
        return found;
    }
}
