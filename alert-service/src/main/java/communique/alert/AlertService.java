package communique.alert;

import communique.alert.delivery.Dispatcher;
import communique.alert.delivery.channel.Surroundings;
import communique.alert.story.StoryJudge;
import communique.alert.web.AlertPage;
import communique.analysis.Analyzer;
import communique.kit.kafka.StreamsService;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.Service;
import communique.schemas.Topic;
import communique.schemas.Topics;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Wires alert-service: the stream that judges, the channels that deliver, the page that shows. */
public final class AlertService implements Service {
    private final StreamsService streams;

    /**
     * A service that is not started.
     *
     * @param surroundings what delivery channels may use of this process
     * @throws communique.kit.config.InvalidConfigException where a channel's address or secret is wrong
     */
    public AlertService(AlertConfig config, Surroundings surroundings) {
        Topics topics = config.kafka().topics();
        streams = new StreamsService("alert", config.process(), config.kafka(), config.stateDir(), config.threads());
        StoryJudge judge = new StoryJudge(config::rules, new Analyzer(config.lexicon()), config.includeStale());
        AlertTopology topology =
                new AlertTopology(topics, streams.clients().serdes(), config::rules, judge, config.storiesOpenFor());
        AlertPage page = new AlertPage(config.web(), streams.clients(), topics, streams.metrics());
        Dispatcher dispatcher = new Dispatcher(
                config.delivery(), streams.clients(), topics, streams.metrics(), surroundings, page::headline);
        streams.needs(needed(topics, config.rules().speakers()))
                .runs(topology::build)
                .also(page)
                .also(dispatcher)
                .serves(page::routes);
    }

    private static List<Topic<?, ?>> needed(Topics topics, List<String> speakers) {
        Stream<Topic<?, ?>> fixed = Stream.of(
                topics.articlesEnriched(),
                topics.alerts(),
                topics.decisions(),
                topics.deliveries(),
                topics.deliveryAttempts(),
                topics.deliveryRequests(),
                topics.channels(),
                topics.silences(),
                topics.acknowledgements(),
                topics.sources(),
                topics.deadLetters("alert"));
        return Stream.concat(fixed, speakers.stream().map(topics::alertsBy)).toList();
    }

    @Override
    public void start() {
        streams.start();
    }

    @Override
    public Health health() {
        return streams.health();
    }

    @Override
    public int port() {
        return streams.port();
    }

    @Override
    public CountDownLatch failed() {
        return streams.failed();
    }

    @Override
    public void close() {
        streams.close();
    }
}
