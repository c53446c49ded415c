package communique.benchmarks.pipeline;

import communique.analysis.Analyzer;
import communique.enrich.EnrichTopology;
import communique.enrich.article.ArticleEnricher;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.StreamsApp;
import communique.kit.metrics.Metrics;
import communique.schemas.AvroSerdes;
import communique.schemas.Topics;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.RawArticle;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** What takes raw articles off their topic and puts them, or what it makes of them, on another. */
enum Contender {
    /** Bytes from topic to topic in transactions, nothing read of them. */
    COPY {
        @Override
        AutoCloseable start(Trial trial, int instance, int threads) {
            return new BrokerCopy(trial);
        }
    },
    /** Kafka Streams with the serdes and settings of enrich-service, nothing done. */
    PASS_THROUGH {
        @Override
        AutoCloseable start(Trial trial, int instance, int threads) {
            return streams(
                    trial, instance, threads, clients -> builder -> passThrough(trial, clients.serdes(), builder));
        }
    },
    /** The topology of enrich-service. */
    ENRICH {
        @Override
        AutoCloseable start(Trial trial, int instance, int threads) {
            return enrich(trial, instance, threads, new ArticleEnricher(new Analyzer(Optional.empty()))::enrich);
        }

        @Override
        String output(Trial trial) {
            return trial.settings().topics().articlesEnriched().name();
        }
    },
    /** The same topology with Stanford CoreNLP's attributed quotations in place of the engine. */
    CORE_NLP {
        @Override
        AutoCloseable start(Trial trial, int instance, int threads) {
            return enrich(trial, instance, threads, new CoreNlpEnricher());
        }

        @Override
        String output(Trial trial) {
            return trial.settings().topics().articlesEnriched().name();
        }
    };

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    /** Begins to take articles, as one of some instances. */
    abstract AutoCloseable start(Trial trial, int instance, int threads);

    /** The topic that has a record for every article. */
    String output(Trial trial) {
        return trial.passed().name();
    }

    private static AutoCloseable enrich(
            Trial trial, int instance, int threads, Function<RawArticle, EnrichedArticle> enrich) {
        Topics topics = trial.settings().topics();
        return streams(
                trial,
                instance,
                threads,
                clients ->
                        new EnrichTopology(topics, clients.serdes(), new Metrics(), Clock.systemUTC(), enrich)::build);
    }

    private static AutoCloseable streams(
            Trial trial,
            int instance,
            int threads,
            Function<KafkaClients, Function<StreamsBuilder, Topology>> topology) {
        Metrics metrics = new Metrics();
        KafkaClients clients = new KafkaClients(trial.settings(), metrics);
        Properties config = StreamsApp.config(trial.settings(), "enrich", trial.stateDir(instance), threads);
        StreamsApp app = new StreamsApp(topology.apply(clients), config, metrics, CLOSE_WITHIN, new CountDownLatch(1));
        app.start();
        return app;
    }

    private static Topology passThrough(Trial trial, AvroSerdes serdes, StreamsBuilder builder) {
        builder.stream(
                        trial.settings().topics().articlesRaw().name(),
                        Consumed.with(
                                Serdes.String(),
                                serdes.value(trial.settings().topics().articlesRaw())))
                .to(trial.passed().name(), Produced.with(Serdes.String(), serdes.value(trial.passed())));
        return builder.build();
    }
}
