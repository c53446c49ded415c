package communique.alert;

import communique.alert.delivery.Dispatcher;
import communique.alert.delivery.channel.Surroundings;
import communique.alert.desk.Desk;
import communique.alert.feed.TopicWriter;
import communique.alert.rule.WatchRules;
import communique.alert.story.StoryJudge;
import communique.alert.story.StoryMeters;
import communique.alert.web.AlertPage;
import communique.analysis.Analyzer;
import communique.analysis.lexicon.LexiconException;
import communique.kit.config.InvalidConfigException;
import communique.kit.kafka.OnStreams;
import communique.kit.kafka.StreamsService;
import communique.kit.lifecycle.SteadyClock;
import communique.schemas.Topic;
import communique.schemas.Topics;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Wires alert-service: the stream that judges, the channels that deliver, the page that shows. */
public final class AlertService implements OnStreams {
    private final StreamsService streams;
    private final AlertConfig config;
    private final AtomicReference<WatchRules> rules;
    private final Dispatcher dispatcher;

    /**
     * A service that is not started.
     *
     * @param surroundings what delivery channels may use of this process
     * @throws InvalidConfigException where a channel's address or secret is wrong
     */
    public AlertService(AlertConfig config, Surroundings surroundings) {
        this.config = config;
        rules = new AtomicReference<>(config.rules());
        Topics topics = config.kafka().topics();
        streams = new StreamsService("alert", config.process(), config.kafka(), config.stateDir(), config.threads());
        StoryJudge judge = new StoryJudge(rules::get, analyzer(config), config.includeStale());
        AlertTopology topology = new AlertTopology(
                topics,
                streams.clients().serdes(),
                rules::get,
                judge,
                config.stories(),
                new SteadyClock(surroundings.clock()),
                new StoryMeters(streams.metrics(), surroundings.clock()));
        AlertPage page = new AlertPage(
                config.web(), config.stateDir().resolve("page"), streams.clients(), topics, streams.metrics());
        dispatcher = new Dispatcher(
                config.delivery(),
                streams.clients(),
                topics,
                streams.metrics(),
                surroundings.with(config.web().page()),
                page);
        Desk desk = new Desk(topics, new TopicWriter(streams.clients(), surroundings.clock()), surroundings.clock());
        streams.needs(needed(topics, config.rules().speakers()))
                .runs(topology::build)
                .also(page)
                .also(dispatcher)
                .also(desk)
                .serves(javalin -> page.routes(javalin, dispatcher, desk, this::reload, surroundings.clock()));
    }

    private static Analyzer analyzer(AlertConfig config) {
        try {
            return new Analyzer(config.lexicon());
        } catch (LexiconException e) {
            throw new InvalidConfigException(AlertConfig.LEXICON, e.getMessage());
        }
    }

    /**
     * Reads rules and channels again and puts them in force, all or nothing.
     *
     * @throws InvalidConfigException where a file is wrong; then everything stays as it was
     */
    public synchronized void reload() {
        AlertConfig next = config.again().get();
        List<String> served = config.rules().speakers();
        List<String> without = next.rules().speakers().stream()
                .filter(state -> !served.contains(state))
                .toList();
        if (!without.isEmpty()) {
            throw new InvalidConfigException(
                    "alert.rules",
                    "listens to " + without + ", which had no alert topic when the service started; run communique"
                            + " topics apply and restart it");
        }
        dispatcher.reload(next.delivery());
        rules.set(next.rules());
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
    public StreamsService streams() {
        return streams;
    }
}
