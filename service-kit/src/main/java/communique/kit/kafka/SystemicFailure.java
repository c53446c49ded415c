package communique.kit.kafka;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
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
        return isNetwork(cause)
                || cause instanceof RetriableException
                || cause instanceof AuthenticationException
                || cause instanceof AuthorizationException;
    }

    /** Avro tells a truncated record by an IOException too, so only those of the network count. */
    private static boolean isNetwork(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof SocketTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof SSLException;
    }
}
