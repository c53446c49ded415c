package communique.schemas;

import communique.schemas.Topic.Cleanup;
import communique.schemas.Topic.Compatibility;
import communique.schemas.v1.Acknowledgement;
import communique.schemas.v1.Alert;
import communique.schemas.v1.ChannelState;
import communique.schemas.v1.CountryStatement;
import communique.schemas.v1.Decision;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryAttempt;
import communique.schemas.v1.DeliveryRequest;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.RawArticle;
import communique.schemas.v1.Silence;
import communique.schemas.v1.SourceState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The topic catalogue: every topic of the system is named here and nowhere else.
 *
 * <p>Names read {@code <prefix>.<dataset>.v<major>}, lower case, dots only: Kafka's metric names cannot tell a dot from
 * an underscore.
 */
public final class Topics {
    /** Services that own a dead-letter topic. */
    public static final List<String> SERVICES = List.of("ingest", "enrich", "alert");

    /** Prefix where none is configured. */
    public static final String DEFAULT_PREFIX = "communique";

    static {
        AvroTrust.ensure();
    }

    /** The form of a prefix. */
    public static final Pattern PREFIX = Pattern.compile("[a-z0-9]+(\\.[a-z0-9]+)*");

    private final String prefix;
    private final int partitions;
    private final Map<String, Duration> retention;

    /**
     * A catalogue under one prefix.
     *
     * @param prefix first part of every name, without a trailing dot
     * @param partitions partitions of the topics that carry articles and statements
     * @param retention retention that differs from the default, by name without prefix, such as {@code articles.raw.v1}
     */
    public Topics(String prefix, int partitions, Map<String, Duration> retention) {
        this.prefix = prefix;
        this.partitions = partitions;
        this.retention = Map.copyOf(retention);
    }

    /** A catalogue with the default retention. */
    public Topics(String prefix, int partitions) {
        this(prefix, partitions, Map.of());
    }

    /** The first part of every name. */
    public String prefix() {
        return prefix;
    }

    /**
     * The names without prefix, as retention is given by.
     *
     * @param speakerStates the states that have an alert topic of their own, ISO 3166-1 alpha-2
     */
    public static Set<String> names(List<String> speakerStates) {
        Topics topics = new Topics(DEFAULT_PREFIX, 1);
        return topics.all(speakerStates).stream()
                .map(topic -> topic.name().substring(DEFAULT_PREFIX.length() + 1))
                .collect(Collectors.toSet());
    }

    /** Articles as they came in, by article id. */
    public Topic<String, RawArticle> articlesRaw() {
        return avro(
                "articles.raw.v1", RawArticle.class, partitions, 7, Cleanup.DELETE, Compatibility.BACKWARD_TRANSITIVE);
    }

    /** Articles with what the engine found, by article id. */
    public Topic<String, EnrichedArticle> articlesEnriched() {
        return avro(
                "articles.enriched.v1",
                EnrichedArticle.class,
                partitions,
                30,
                Cleanup.DELETE,
                Compatibility.FULL_TRANSITIVE);
    }

    /** Statements one by one, by the country they are about. */
    public Topic<String, CountryStatement> statements() {
        return avro(
                "statements.v1", CountryStatement.class, partitions, 90, Cleanup.DELETE, Compatibility.FULL_TRANSITIVE);
    }

    /** The latest revision of every alert, by alert id. */
    public Topic<String, Alert> alerts() {
        return avro("alerts.v1", Alert.class, 1, 90, Cleanup.COMPACT_DELETE, Compatibility.FULL_TRANSITIVE);
    }

    /**
     * Alerts in which one state speaks, by alert id; kept as long as those of all states.
     *
     * @param state ISO 3166-1 alpha-2
     */
    public Topic<String, Alert> alertsBy(String state) {
        return new Topic<>(
                alerts().name() + "." + state.toLowerCase(Locale.ROOT),
                String.class,
                Alert.class,
                1,
                alerts().retention(),
                Cleanup.DELETE,
                Compatibility.FULL_TRANSITIVE);
    }

    /** What was decided about every article, by article id. */
    public Topic<String, Decision> decisions() {
        return avro("decisions.v1", Decision.class, partitions, 30, Cleanup.DELETE, Compatibility.FULL_TRANSITIVE);
    }

    /**
     * How deliveries stand, by channel and alert id. Kept longer than alerts: one that is still there and of which it
     * is no longer known that it was told might be told again.
     */
    public Topic<String, Delivery> deliveries() {
        int days = Math.toIntExact(alerts().retention().plusDays(30).toDays());
        return avro("deliveries.v1", Delivery.class, 1, days, Cleanup.COMPACT_DELETE, Compatibility.FULL_TRANSITIVE);
    }

    /** Every attempt to deliver, by channel and message id. */
    public Topic<String, DeliveryAttempt> deliveryAttempts() {
        return avro(
                "delivery.attempts.v1", DeliveryAttempt.class, 1, 30, Cleanup.DELETE, Compatibility.FULL_TRANSITIVE);
    }

    /** What is to be sent besides the alerts topic, by request id. */
    public Topic<String, DeliveryRequest> deliveryRequests() {
        return avro("delivery.requests.v1", DeliveryRequest.class, 1, 7, Cleanup.DELETE, Compatibility.FULL_TRANSITIVE);
    }

    /** Which channels are in use, by channel. */
    public Topic<String, ChannelState> channels() {
        return avro("channels.v1", ChannelState.class, 1, 90, Cleanup.COMPACT, Compatibility.FULL_TRANSITIVE);
    }

    /** Silences, by id. */
    public Topic<String, Silence> silences() {
        return avro("silences.v1", Silence.class, 1, 90, Cleanup.COMPACT_DELETE, Compatibility.FULL_TRANSITIVE);
    }

    /** Who took note of which alert, by alert id. */
    public Topic<String, Acknowledgement> acknowledgements() {
        return avro(
                "acknowledgements.v1",
                Acknowledgement.class,
                1,
                90,
                Cleanup.COMPACT_DELETE,
                Compatibility.FULL_TRANSITIVE);
    }

    /** What ingest remembers of each feed, by source id. */
    public Topic<String, SourceState> sources() {
        return avro("sources.v1", SourceState.class, 1, 90, Cleanup.COMPACT, Compatibility.FULL_TRANSITIVE);
    }

    /**
     * Records a service could not process, with original key and value and the reason in the headers.
     *
     * @param service one of {@link #SERVICES}
     */
    public Topic<byte[], byte[]> deadLetters(String service) {
        String name = service + ".dlq.v1";
        return new Topic<>(
                prefix + "." + name,
                byte[].class,
                byte[].class,
                1,
                retained(name, 30),
                Cleanup.DELETE,
                Compatibility.NONE);
    }

    /**
     * Every topic of a deployment.
     *
     * @param speakerStates the states that have an alert topic of their own, ISO 3166-1 alpha-2
     */
    public List<Topic<?, ?>> all(List<String> speakerStates) {
        Stream<Topic<?, ?>> fixed = Stream.of(
                articlesRaw(),
                articlesEnriched(),
                statements(),
                alerts(),
                decisions(),
                deliveries(),
                deliveryAttempts(),
                deliveryRequests(),
                channels(),
                silences(),
                acknowledgements(),
                sources());
        Stream<Topic<?, ?>> perState = speakerStates.stream().map(this::alertsBy);
        Stream<Topic<?, ?>> perService = SERVICES.stream().map(this::deadLetters);
        return Stream.of(fixed, perState, perService).flatMap(topics -> topics).toList();
    }

    private <V> Topic<String, V> avro(
            String name, Class<V> value, int count, int days, Cleanup cleanup, Compatibility compatibility) {
        return new Topic<>(
                prefix + "." + name, String.class, value, count, retained(name, days), cleanup, compatibility);
    }

    private Duration retained(String name, int defaultDays) {
        return retention.getOrDefault(name, Duration.ofDays(defaultDays));
    }
}
