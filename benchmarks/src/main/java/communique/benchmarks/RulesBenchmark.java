package communique.benchmarks;

import communique.alert.rule.WatchRules;
import communique.schemas.v1.EnrichedArticle;
import communique.testkit.Records;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Articles per second held against rules, by their number; one of them matches, the others watch other states. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RulesBenchmark {
    private static final int LETTERS = 26;
    private static final int STATES = LETTERS * LETTERS;

    /** How many rules there are. */
    @Param({"1", "100", "10000"})
    private int rules;

    private WatchRules watched;
    private EnrichedArticle article;

    /** Reads the rules. */
    @Setup
    public void read() {
        String others = IntStream.range(1, rules)
                .mapToObj(i -> "- {id: rule-" + i + ", by: [" + state(i) + "], about: [" + state(i / STATES) + "]}\n")
                .collect(Collectors.joining());
        watched = WatchRules.read("rules:\n- {id: rule-0, by: [CN], about: [AF]}\n" + others, "rules");
        article = Records.enrichedArticle("a1").build();
    }

    private static String state(int number) {
        return "" + (char) ('A' + number / LETTERS % LETTERS) + (char) ('A' + number % LETTERS);
    }

    /** Looks for the countries watched in an article, and for the rules it matches about each. */
    @Benchmark
    public List<WatchRules.Match> match() {
        return watched.watchedIn(article).stream()
                .flatMap(about -> watched.matches(article, about).stream())
                .toList();
    }
}
