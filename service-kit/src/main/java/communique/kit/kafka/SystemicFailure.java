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

/** Tells a failure of the surroundings, which every record would meet, from a fault of one record. */
public final class SystemicFailure {
    private static final int SERVER_ERROR = 500;

    /** Not authenticated, not allowed, not by this proxy, too slow, too many. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 407, 408, 429);

    private SystemicFailure() {}

    /** Whether broker or registry are to blame: unreachable, overloaded, or refusing this service. */
    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(SystemicFailure::isSystemic);
    }

    private static boolean isSystemic(Throwable cause) {
        if (cause instanceof RestClientException answer) {
            return answer.getStatus() >= SERVER_ERROR || REFUSALS.contains(answer.getStatus());
        }
        return (cause instanceof IOException && !isDamage(cause))
                || cause instanceof RetriableException
                || cause instanceof AuthenticationException
                || cause instanceof AuthorizationException;
    }

    /** Avro tells of bytes that are cut short or damaged by exceptions that look like those of a network. */
    private static boolean isDamage(Throwable cause) {
        return cause instanceof EOFException || cause instanceof InvalidNumberEncodingException;
    }
}
