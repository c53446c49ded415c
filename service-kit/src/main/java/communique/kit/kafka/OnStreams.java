package communique.kit.kafka;

import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.Service;
import java.util.concurrent.CountDownLatch;

/** A service that lives as its Kafka Streams application does. */
public interface OnStreams extends Service {
    /** The application. */
    StreamsService streams();

    @Override
    default void start() {
        streams().start();
    }

    @Override
    default Health health() {
        return streams().health();
    }

    @Override
    default int port() {
        return streams().port();
    }

    @Override
    default CountDownLatch failed() {
        return streams().failed();
    }

    @Override
    default void close() {
        streams().close();
    }
}
