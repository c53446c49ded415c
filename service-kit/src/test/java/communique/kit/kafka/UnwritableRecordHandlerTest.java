package communique.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler.Response;
import org.apache.kafka.streams.errors.ProductionExceptionHandler.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnwritableRecordHandlerTest {
    private static final byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);
    private static final byte[] VALUE = "value".getBytes(StandardCharsets.UTF_8);

    private final UnwritableRecordHandler handler = new UnwritableRecordHandler();

    @BeforeEach
    void configure() {
        handler.configure(Map.of(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, "dead"));
    }

    @Test
    void sendsTheSourceOfARecordThatIsTooLargeToTheDeadLettersAndGoesOn() {
        Response response = handle(new RecordTooLargeException("17 MB"));

        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("dead");
            assertThat(record.key()).isEqualTo(KEY);
            assertThat(record.value()).isEqualTo(VALUE);
        });
    }

    @Test
    void leavesEverythingElseToKafkaStreams() {
        assertThat(handle(new ProducerFencedException("another instance")).result())
                .isEqualTo(Result.FAIL);
        assertThat(handle(new TimeoutException("broker away")).result()).isEqualTo(Result.RETRY);
    }

    private Response handle(Exception failure) {
        return handler.handleError(context(), new ProducerRecord<>("out", KEY, VALUE), failure);
    }

    private static ErrorHandlerContext context() {
        return (ErrorHandlerContext) Proxy.newProxyInstance(
                ErrorHandlerContext.class.getClassLoader(),
                new Class<?>[] {ErrorHandlerContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "sourceRawKey" -> KEY;
                    case "sourceRawValue" -> VALUE;
                    case "headers" -> new RecordHeaders();
                    case "topic" -> "in";
                    case "partition" -> 0;
                    case "offset", "timestamp" -> 0L;
                    default -> null;
                });
    }
}
