package communique.kit.kafka;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a failure of the surroundings, which every record would meet, from a fault of one record. */
public final class SystemicFailure {
    private static final int SERVER_ERROR = 500;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private SystemicFailure() {}

    /** Whether broker or registry are to blame: unreachable, overloaded, or refusing this service. */
    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(SystemicFailure::isSystemic);
    }

    private static boolean isSystemic(Throwable cause) {
        if (cause instanceof RestClientException answer) {
            return answer.getStatus() >= SERVER_ERROR
                    || answer.getStatus() == UNAUTHORIZED
                    || answer.getStatus() == FORBIDDEN;
        }
        return cause instanceof IOException
                || cause instanceof RetriableException
                || cause instanceof AuthenticationException
                || cause instanceof AuthorizationException;
    }
}
