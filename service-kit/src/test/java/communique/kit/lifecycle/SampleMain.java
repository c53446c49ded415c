package communique.kit.lifecycle;

import communique.kit.config.Keys;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.config.ConfigDef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service process that does nothing but say how it is. */
final class SampleMain {
    static final ConfigDef KEYS = LogFormat.define(
                    new Keys().text("sample.greeting", "hello", "Greeting.").secret("sample.token", "Token."))
            .definition();

    private SampleMain() {}

    public static void main(String[] arguments) {
        System.exit(ServiceCommand.run("sample", KEYS, settings -> new Sample(), arguments));
    }

    /** Logs when it is started and stopped. */
    static final class Sample implements Service {
        private static final Logger LOG = LoggerFactory.getLogger("communique.Sample");

        private final CountDownLatch failed = new CountDownLatch(1);
        private volatile boolean closed;

        @Override
        public void start() {
            LOG.info("started");
        }

        @Override
        public Health health() {
            return Health.ready("running");
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public CountDownLatch failed() {
            return failed;
        }

        @Override
        public void close() {
            closed = true;
            LOG.info("closed");
        }

        boolean isClosed() {
            return closed;
        }
    }
}
