package communique.benchmarks.pipeline;

import communique.kit.lifecycle.LogFormat;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Articles per second through enrich-service, side by side with what does less on the same broker, taking turns, and
 * with CoreNLP; then how the rate grows. Prints the tables of {@code docs/performance.md}.
 *
 * <pre>
 *  java -Dcommunique.registry.home=$PWD/local-cluster/target/registry \
 *      -cp 'benchmarks/target/benchmarks-0.1.0-SNAPSHOT.jar:benchmarks/target/lib/*' \
 *      communique.benchmarks.pipeline.ThroughputBenchmark peers|growth|backfill [ARTICLES [FILE.jsonl]]
 * </pre>
 */
public final class ThroughputBenchmark {
    private static final int ROUNDS = 3;
    private static final int PARTITIONS = 3;

    /** The compiler goes on for minutes: the engine is warm when one run is no faster than the best before by more. */
    private static final double STEADY = 1.03;

    private static final int MOST_WARM_UPS = 8;

    /** Articles for CoreNLP, which would take hours for those of the others. */
    private static final int SLOW_ONE_IN = 1000;

    private final BenchmarkCluster cluster;
    private final Workload workload;
    private final int articles;
    private final PrintStream out;

    private ThroughputBenchmark(BenchmarkCluster cluster, Workload workload, int articles, PrintStream out) {
        this.cluster = cluster;
        this.workload = workload;
        this.articles = articles;
        this.out = out;
    }

    /** Measures. */
    public static void main(String[] arguments) throws Exception {
        new LogFormat(false, "warn").apply();
        LogFormat.quiet("org.apache.kafka", "kafka", "edu.stanford.nlp");
        int articles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        Workload workload = arguments.length > 2 ? Workload.of(Path.of(arguments[2])) : Workload.own();
        try (BenchmarkCluster cluster = BenchmarkCluster.start()) {
            ThroughputBenchmark benchmark = new ThroughputBenchmark(cluster, workload, articles, System.out);
            switch (arguments[0]) {
                case "peers" -> benchmark.peers();
                case "growth" -> benchmark.growth();
                case "backfill" -> benchmark.backfill();
                default -> throw new IllegalArgumentException("peers, growth or backfill, not " + arguments[0]);
            }
        }
    }

    private void warmUp() throws Exception {
        double best = 0;
        double rate =
                run(Contender.ENRICH, articles, workload, PARTITIONS, Scale.ONE).rate();
        for (int runs = 1; runs < MOST_WARM_UPS && rate > best * STEADY; runs++) {
            best = rate;
            rate = run(Contender.ENRICH, articles, workload, PARTITIONS, Scale.ONE)
                    .rate();
        }
    }

    private void peers() throws Exception {
        warmUp();
        Map<Contender, List<Measurement>> runs = new EnumMap<>(Contender.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Contender contender : List.of(Contender.COPY, Contender.PASS_THROUGH, Contender.ENRICH)) {
                runs.computeIfAbsent(contender, any -> new ArrayList<>())
                        .add(run(contender, articles, workload, PARTITIONS, Scale.ONE));
            }
        }
        runs.put(
                Contender.CORE_NLP,
                List.of(run(Contender.CORE_NLP, articles / SLOW_ONE_IN, workload, PARTITIONS, Scale.ONE)));
        double passThrough = median(runs.get(Contender.PASS_THROUGH)).rate();
        out.println(heading("of pass-through"));
        runs.forEach((contender, all) -> row(contender.name(), median(all), passThrough));
    }

    private void growth() throws Exception {
        warmUp();
        Measurement one = run(Contender.ENRICH, articles, workload, 1, Scale.ONE);
        out.println(heading("of the first row"));
        row("1 partition, 1 thread", one, one.rate());
        row("3 partitions, 1 thread", run(Contender.ENRICH, articles, workload, 3, Scale.ONE), one.rate());
        row("12 partitions, 1 thread", run(Contender.ENRICH, articles, workload, 12, Scale.ONE), one.rate());
        row("3 partitions, 2 threads", run(Contender.ENRICH, articles, workload, 3, new Scale(2, 1)), one.rate());
        row("3 partitions, 2 instances", run(Contender.ENRICH, articles, workload, 3, new Scale(1, 2)), one.rate());
        for (int times : List.of(2, 4, 8)) {
            Measurement longer = run(Contender.ENRICH, articles / times, workload.joined(times), 1, Scale.ONE);
            row(times + " times as long", longer, one.rate());
        }
    }

    private void backfill() throws Exception {
        out.println("| articles | articles/s | heap after a collection, MiB |\n|---|---|---|");
        for (int part : List.of(20, 4, 1)) {
            Measurement run = run(Contender.ENRICH, articles / part, workload, PARTITIONS, Scale.ONE);
            out.printf(Locale.ROOT, "| %,d | %,.0f | %,d |%n", articles / part, run.rate(), run.heapBytes() >> 20);
        }
    }

    private Measurement run(Contender contender, int count, Workload some, int partitions, Scale scale)
            throws Exception {
        return Measurement.of(contender, cluster.trial(partitions), some, count, scale);
    }

    private static Measurement median(List<Measurement> runs) {
        return runs.stream()
                .sorted(Comparator.comparing(Measurement::rate))
                .toList()
                .get(runs.size() / 2);
    }

    private static String heading(String ratio) {
        return "| what | articles/s | " + ratio
                + " | CPU s per million | bytes sent per article | bytes kept per article |\n|---|---|---|---|---|---|";
    }

    private void row(String what, Measurement run, double base) {
        out.printf(
                Locale.ROOT,
                "| %s | %,.1f | %.3f | %,.0f | %,d | %,d |%n",
                what,
                run.rate(),
                run.rate() / base,
                run.cpuSecondsPerMillion(),
                run.wireBytes(),
                run.diskBytes());
    }
}
