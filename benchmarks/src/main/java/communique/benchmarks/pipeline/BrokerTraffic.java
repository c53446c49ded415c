package communique.benchmarks.pipeline;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Bytes over the wire, by the counters of the broker in this process. */
final class BrokerTraffic {
    private static final String COUNTERS = "kafka.server:type=BrokerTopicMetrics,name=";

    private BrokerTraffic() {}

    /** What was written to any topic, those of the state included, and read of the raw articles, so far. */
    static long of(Trial trial) throws JMException {
        String raw = trial.settings().topics().articlesRaw().name();
        return count("BytesInPerSec") + count("BytesOutPerSec,topic=" + raw);
    }

    private static long count(String counter) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(COUNTERS + counter);
        return server.isRegistered(name) ? (Long) server.getAttribute(name, "Count") : 0;
    }
}
