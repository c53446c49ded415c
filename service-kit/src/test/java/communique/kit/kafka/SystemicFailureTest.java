package communique.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class SystemicFailureTest {
    @Test
    void blamesBrokerAndRegistryForWhatEveryRecordWouldMeet() {
        assertThat(isSystemic(new ConnectException("refused"))).isTrue();
        assertThat(isSystemic(new UnknownHostException("registry"))).isTrue();
        assertThat(isSystemic(new SocketTimeoutException("slow"))).isTrue();
        assertThat(isSystemic(new RestClientException("broken", 503, 50301))).isTrue();
        assertThat(isSystemic(new RestClientException("who are you", 401, 40101)))
                .isTrue();
        assertThat(isSystemic(new TimeoutException("broker"))).isTrue();
    }

    @Test
    void blamesTheRecordForWhatItAloneMeets() {
        assertThat(isSystemic(new EOFException())).as("truncated").isFalse();
        assertThat(isSystemic(new IOException("Invalid int encoding"))).isFalse();
        assertThat(isSystemic(new RestClientException("no such schema", 404, 40403)))
                .isFalse();
        assertThat(isSystemic(new IllegalStateException("a bug"))).isFalse();
    }

    private static boolean isSystemic(Exception cause) {
        return SystemicFailure.isCauseOf(new SerializationException("wrapped", cause));
    }
}
