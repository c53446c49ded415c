package communique.alert.desk;

import communique.alert.feed.TopicWriter;
import communique.alert.feed.TopicWriter.Event;
import communique.alert.route.Matcher;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.Part;
import communique.schemas.Topics;
import communique.schemas.v1.Acknowledgement;
import communique.schemas.v1.Alert;
import communique.schemas.v1.ChannelState;
import communique.schemas.v1.DeliveryRequest;
import communique.schemas.v1.RequestReason;
import communique.schemas.v1.Silence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What people may do, written to topics from which every instance learns it. What makes no sense is refused with an
 * {@link IllegalArgumentException} for people.
 */
public final class Desk implements Part {
    /** A silence must end before its record is too old to be kept. */
    private static final Duration LONGEST_SILENCE = Duration.ofDays(60);

    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_NAME = 80;

    private final Topics topics;
    private final TopicWriter writer;
    private final Clock clock;

    /**
     * A desk.
     *
     * @param writer closed together with the desk
     */
    public Desk(Topics topics, TopicWriter writer, Clock clock) {
        this.topics = topics;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Makes a silence.
     *
     * @param matchers what an alert must be like, all of it
     * @param starts when it begins
     * @param ends when it ends
     * @param owner who wants it
     * @param comment why
     */
    public Silence silence(List<String> matchers, Instant starts, Instant ends, String owner, String comment) {
        require(!matchers.isEmpty(), "matchers must list at least one, such as speaker=RU");
        require(matchers.stream().noneMatch(Objects::isNull), "matchers must be texts, such as speaker=RU");
        matchers.forEach(Matcher::of);
        require(ends.isAfter(starts) && ends.isAfter(clock.instant()), "ends must lie after starts and after now");
        require(!ends.isAfter(starts.plus(LONGEST_SILENCE)), "a silence lasts 60 days at most");
        require(!ends.isAfter(clock.instant().plus(LONGEST_SILENCE)), "ends must lie within 60 days from now");
        Silence silence = new Silence(
                UUID.randomUUID().toString(),
                matchers,
                starts,
                ends,
                name(owner, "owner"),
                text(comment, "comment"),
                clock.instant());
        write(silence);
        return silence;
    }

    /** Ends a silence now. */
    public Silence end(Silence silence) {
        require(silence.getEnds().isAfter(clock.instant()), "the silence is over already");
        Silence ended = Silence.newBuilder(silence)
                .setEnds(clock.instant())
                .setCreated(clock.instant())
                .build();
        write(ended);
        return ended;
    }

    private void write(Silence silence) {
        Event event = Event.of("communique.silence.changed.v1", silence.getId() + "/" + silence.getCreated());
        writer.write(topics.silences(), silence.getId(), silence, event);
    }

    /** Takes note of an alert for a user. */
    public Acknowledgement acknowledge(Alert alert, String user, String note) {
        require(note.length() <= LONGEST_TEXT, "note is longer than " + LONGEST_TEXT + " characters");
        Acknowledgement acknowledgement = new Acknowledgement(
                alert.getId(), alert.getRevision(), name(user, "user"), note.strip(), clock.instant());
        writer.write(topics.acknowledgements(), alert.getId(), acknowledgement, acknowledged(alert.getId()));
        return acknowledgement;
    }

    /** Takes that back. */
    public void forget(String alertId) {
        writer.write(topics.acknowledgements(), alertId, null, acknowledged(alertId));
    }

    private Event acknowledged(String alertId) {
        return Event.of("communique.alert.acknowledged.v1", alertId + "/" + clock.instant());
    }

    /** Has an alert sent to a channel once more. */
    public DeliveryRequest replay(String channel, Alert alert, String user) {
        DeliveryRequest request =
                request(channel, RequestReason.REPLAY, user).setAlert(alert).build();
        write(request);
        return request;
    }

    /** Has a channel tried. */
    public DeliveryRequest test(String channel, String user) {
        DeliveryRequest request = request(channel, RequestReason.TEST, user)
                .setTitle("A test of channel " + channel)
                .setLines(List.of("Asked for by " + name(user, "user") + ". Where you read this, alerts arrive too."))
                .build();
        write(request);
        return request;
    }

    private DeliveryRequest.Builder request(String channel, RequestReason reason, String user) {
        return DeliveryRequest.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setChannel(channel)
                .setReason(reason)
                .setRequestedBy(name(user, "user"))
                .setAt(clock.instant());
    }

    private void write(DeliveryRequest request) {
        writer.write(
                topics.deliveryRequests(),
                request.getId(),
                request,
                Event.of("communique.delivery.asked.v1", request.getId()));
    }

    /** Switches a channel off, until it is enabled. */
    public ChannelState disable(String channel, String user, String reason) {
        return write(new ChannelState(
                channel, true, text(reason, "reason"), clock.instant(), name(user, "user"), null, null));
    }

    /** Switches a channel on again, with nothing held against it. */
    public ChannelState enable(String channel, String user) {
        return write(new ChannelState(channel, false, null, clock.instant(), name(user, "user"), null, null));
    }

    private ChannelState write(ChannelState state) {
        Event event = Event.of("communique.channel.changed.v1", state.getChannel() + "/" + state.getChanged());
        writer.write(topics.channels(), state.getChannel(), state, event);
        return state;
    }

    @Override
    public void start() {}

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public Health check() {
        return Health.ready("open");
    }

    @Override
    public void close() {
        writer.close();
    }

    private static String name(String name, String key) {
        require(name != null && !name.isBlank(), key + " is missing");
        require(name.length() <= LONGEST_NAME, key + " is longer than " + LONGEST_NAME + " characters");
        return name.strip();
    }

    private static String text(String text, String key) {
        require(text != null && !text.isBlank(), key + " is missing");
        require(text.length() <= LONGEST_TEXT, key + " is longer than " + LONGEST_TEXT + " characters");
        return text.strip();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
