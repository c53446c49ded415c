package communique.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookReceiverTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void listsAndTellsWhatItWasSent() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver("127.0.0.1", 0, lines::add)) {
            String event = "{\"type\":\"communique.alert.new.v1\",\"data\":{\"headline\":\"China on Afghanistan\"}}";

            assertThat(post(receiver, event).statusCode()).isEqualTo(204);

            assertThat(lines).containsExactly("communique.alert.new.v1 China on Afghanistan");
            assertThat(get(receiver)).isEqualTo("[{\"id\":\"m1\",\"event\":" + event + "}]");
        }
    }

    @Test
    void refusesWhatIsNotJson() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver("127.0.0.1", 0, lines::add)) {
            assertThat(post(receiver, "no").statusCode()).isEqualTo(400);

            assertThat(receiver.latest()).isEmpty();
        }
    }

    private static HttpResponse<String> post(WebhookReceiver receiver, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(at(receiver))
                                .header("webhook-id", "m1")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String get(WebhookReceiver receiver) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(at(receiver)).build(), BodyHandlers.ofString())
                .body();
    }

    private static URI at(WebhookReceiver receiver) {
        return URI.create("http://127.0.0.1:" + receiver.port() + "/");
    }
}
