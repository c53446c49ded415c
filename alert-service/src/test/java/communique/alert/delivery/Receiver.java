package communique.alert.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A receiver of webhooks that keeps what it gets and answers as told; with 200 where nothing is told. */
final class Receiver implements AutoCloseable {
    static final String PATH = "/hooks/s3cret-path";

    private final MockWebServer server = new MockWebServer();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<RecordedRequest> status = request -> 200;
    private volatile String stalling = "";
    private volatile String answer = "";

    Receiver() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return server.url(PATH).toString();
    }

    /** From now on decides the status by the request. */
    void answers(ToIntFunction<RecordedRequest> statusOf) {
        stalling = "";
        status = statusOf;
    }

    /** From now on lets the message of this id wait for its answer. */
    void stalls(String id) {
        stalling = id;
    }

    /** From now on says this. */
    void says(String text) {
        answer = text;
    }

    /** Ids of the messages it got, repeats as well. */
    List<String> ids() {
        return ids;
    }

    /** Ids of the messages it took. */
    List<String> accepted() {
        return accepted;
    }

    List<String> bodies() {
        return bodies;
    }

    private MockResponse answer(RecordedRequest request) {
        String id = String.valueOf(request.getHeaders().get("webhook-id"));
        ids.add(id);
        bodies.add(request.getBody().utf8());
        if (id.equals(stalling)) {
            return new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build();
        }
        int code = status.applyAsInt(request);
        if (code < 300) {
            accepted.add(id);
        }
        return new MockResponse.Builder()
                .code(code)
                .body(code == 204 ? "" : answer)
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
