package communique.alert.web;

import communique.alert.view.AlertJson;
import communique.alert.web.RecentAlerts.Row;
import communique.schemas.v1.Alert;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The alerts as the page shows them, and the clients that follow them. Whoever joins misses nothing and gets nothing
 * twice.
 */
final class AlertBoard {
    /** A client that missed more starts over: reading the list again is less work for both. */
    private static final int LONGEST_CATCH_UP = 500;

    private static final byte[] HEARTBEAT = bytes(":\n\n");
    private static final byte[] RESET = bytes("event: reset\ndata: {}\n\n");

    private final RecentAlerts recent;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private final Runnable dropped;
    private boolean complete;

    /**
     * An empty board.
     *
     * @param dropped told of every client that was too slow
     */
    AlertBoard(RecentAlerts recent, Runnable dropped) {
        this.recent = recent;
        this.dropped = dropped;
    }

    /**
     * A part of the list.
     *
     * @param alerts newest first
     * @param next what to ask for next, null where this is the end
     * @param position where to follow from
     */
    record Page(List<AlertJson> alerts, String next, long position) {}

    /** Takes in a record of the topic; null for one that is deleted. */
    synchronized void put(long position, String id, Alert alert) {
        if (alert == null) {
            recent.remove(position, id);
            return;
        }
        if (recent.put(position, alert) && complete) {
            sendAll(event(position, alert));
        }
    }

    /** Says that the past is in. Until then nothing is news; who was early starts over. */
    synchronized void setComplete() {
        complete = true;
        sendAll(RESET);
    }

    /**
     * Adds a client.
     *
     * @param after position of the last record it has; empty where it wants only what comes
     */
    synchronized void join(LiveClient client, Optional<Long> after) {
        after.ifPresent(position -> catchUp(client, position));
        clients.add(client);
    }

    /** Forgets a client that is gone. */
    void leave(LiveClient client) {
        clients.remove(client);
    }

    private void catchUp(LiveClient client, long after) {
        if (!complete) {
            return;
        }
        List<Row> missed = recent.since(after);
        // A position that is not reached yet is one of another topic.
        if (after > recent.position() || missed.size() > LONGEST_CATCH_UP) {
            client.send(RESET);
            return;
        }
        missed.forEach(row -> recent.read(row).ifPresent(alert -> client.send(event(row.position(), alert))));
    }

    /** Shows every client, and everything between, that the connection lives. */
    void heartbeat() {
        sendAll(HEARTBEAT);
    }

    private void sendAll(byte[] event) {
        clients.stream().filter(client -> !client.send(event)).forEach(client -> dropped.run());
    }

    /** A part of the list; empty where there is no alert {@code before}. */
    Optional<Page> page(int limit, Optional<String> before, AlertFilter wanted) {
        long position;
        List<Row> rows;
        synchronized (this) {
            position = recent.position();
            Optional<Row> last = before.flatMap(recent::find);
            if (before.isPresent() && last.isEmpty()) {
                return Optional.empty();
            }
            rows = last.map(recent::after).orElseGet(recent::all);
        }
        List<AlertJson> alerts = alerts(rows, wanted).limit(limit + 1L).toList();
        boolean more = alerts.size() > limit;
        List<AlertJson> shown = more ? alerts.subList(0, limit) : alerts;
        return Optional.of(new Page(shown, more ? shown.get(limit - 1).id() : null, position));
    }

    private Stream<AlertJson> alerts(List<Row> rows, AlertFilter wanted) {
        return rows.stream()
                .filter(wanted::accepts)
                .flatMap(row -> recent.read(row).stream())
                .map(AlertJson::of)
                .filter(wanted::finds);
    }

    Optional<Page> page(int limit, Optional<String> before) {
        return page(limit, before, AlertFilter.ALL);
    }

    Optional<AlertJson> find(String id) {
        return record(id).map(AlertJson::of);
    }

    /** An alert as it came. */
    Optional<Alert> record(String id) {
        Optional<Row> row;
        synchronized (this) {
            row = recent.find(id);
        }
        return row.flatMap(recent::read);
    }

    /** The alerts of a story as they came. */
    List<Alert> ofStory(String storyId) {
        List<Row> rows;
        synchronized (this) {
            rows = recent.ofStory(storyId);
        }
        return rows.stream().flatMap(row -> recent.read(row).stream()).toList();
    }

    /** An alert as it came, by its row; empty where it is no longer kept so. */
    Optional<Alert> record(Row row) {
        return recent.read(row);
    }

    /** What is known of the alerts somebody wants, newest first; only words have them read. */
    Stream<Row> rows(AlertFilter wanted) {
        Stream<Row> accepted = all().stream().filter(wanted::accepts);
        return wanted.hasWords()
                ? accepted.filter(row -> recent.read(row)
                        .map(AlertJson::of)
                        .filter(wanted::finds)
                        .isPresent())
                : accepted;
    }

    /** What is known of all alerts, newest first, as of now. */
    synchronized List<Row> all() {
        return recent.all();
    }

    synchronized int size() {
        return recent.size();
    }

    int clients() {
        return clients.size();
    }

    /** Sends all clients away. */
    void close() {
        clients.forEach(LiveClient::close);
    }

    private static byte[] event(long position, Alert alert) {
        return bytes("id: " + position + "\nevent: alert\ndata: "
                + AlertJson.of(alert).text() + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
