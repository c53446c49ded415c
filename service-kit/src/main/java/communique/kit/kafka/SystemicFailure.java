package communique.kit.kafka;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ProcessorStateException;

/** Tells a failure of the surroundings or of the state, which every record would meet, from a fault of one record. */
public final class SystemicFailure {
    private static final int SERVER_ERROR = 500;

    /** Not authenticated, not allowed, not by this proxy, too slow, too many. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 407, 408, 429);

    /** As the system says it; RocksDB hands it on in its message alone. */
    static final String FULL_DISK = "No space left on device";

    private SystemicFailure() {}

    /** Whether broker, registry or a full disk are to blame: what others have to mend, and then all is well again. */
    public static boolean isCauseOf(Throwable failure) {
        return causes(failure).anyMatch(SystemicFailure::isSystemic);
    }

    /** Whether the next record would fail as well. */
    static boolean meetsEveryRecord(Throwable failure) {
        return isCauseOf(failure) || causes(failure).anyMatch(ProcessorStateException.class::isInstance);
    }

    /** Whether there is no space left for what has to be written. */
    static boolean isFullDisk(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(FULL_DISK));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static boolean isSystemic(Throwable cause) {
        if (cause instanceof RestClientException answer) {
            return answer.getStatus() >= SERVER_ERROR || REFUSALS.contains(answer.getStatus());
        }
        return isFullDisk(cause)
                || (cause instanceof IOException && !isDamage(cause))
                || cause instanceof RetriableException
                || cause instanceof AuthenticationException
                || cause instanceof AuthorizationException;
    }

    /** Avro tells of bytes that are cut short or damaged by exceptions that look like those of a network. */
    private static boolean isDamage(Throwable cause) {
        return cause instanceof EOFException || cause instanceof InvalidNumberEncodingException;
    }
}
