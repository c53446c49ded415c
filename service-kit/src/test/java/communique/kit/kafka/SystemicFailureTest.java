package communique.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemicFailureTest {
    static Stream<Exception> surroundings() {
        return Stream.of(
                new ConnectException("refused"),
                new SocketTimeoutException("slow"),
                new UnknownHostException("registry"),
                new SSLHandshakeException("untrusted"),
                new IOException("HTTP parser received no bytes"),
                new TimeoutException("broker"),
                new SaslAuthenticationException("wrong password"),
                new TopicAuthorizationException("not allowed"),
                new ProcessorStateException(
                        "while flushing", new IllegalStateException("No space left on device: in a file")));
    }

    static Stream<Exception> records() {
        return Stream.of(
                new EOFException("record is cut short"),
                new InvalidNumberEncodingException("record is damaged"),
                new SerializationException("unknown magic byte"),
                new RecordTooLargeException("17 MiB"),
                new IllegalStateException("a bug"));
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void blamesTheSurroundings(Exception cause) {
        assertThat(SystemicFailure.isCauseOf(cause)).isTrue();
        assertThat(SystemicFailure.isCauseOf(new SerializationException("wrapped", cause)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("records")
    void blamesTheRecord(Exception cause) {
        assertThat(SystemicFailure.isCauseOf(cause)).isFalse();
        assertThat(SystemicFailure.isCauseOf(new SerializationException("wrapped", cause)))
                .isFalse();
    }

    @Test
    void blamesNoRecordForADamagedStore() {
        Exception damage = new ProcessorStateException("Error while getting value for key from store");

        assertThat(SystemicFailure.isCauseOf(damage)).isFalse();
        assertThat(SystemicFailure.meetsEveryRecord(damage)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 407, 408, 429, 500, 502, 503})
    void blamesARegistryThatDoesNotServeUs(int status) {
        assertThat(SystemicFailure.isCauseOf(new RestClientException("no", status, status * 100)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 409, 422})
    void blamesTheRecordWhereTheRegistryAnswers(int status) {
        assertThat(SystemicFailure.isCauseOf(new RestClientException("no", status, status * 100)))
                .isFalse();
    }
}
