package communique.standalone.run;

import communique.ingest.feed.FeedSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start the system in one process.
 *
 * @param data folder of everything that is kept
 * @param brokerPort port of the broker, 0 for any free one
 * @param registryPort port of the registry, 0 for any free one
 * @param common configuration every service gets
 * @param ingest configuration of ingest-service
 * @param enrich configuration of enrich-service
 * @param alert configuration of alert-service
 * @param samples feeds polled on top of those configured
 * @param environment variables the services may be configured by too
 */
record SystemOptions(
        Path data,
        int brokerPort,
        int registryPort,
        Map<String, String> common,
        Map<String, String> ingest,
        Map<String, String> enrich,
        Map<String, String> alert,
        List<FeedSource> samples,
        Map<String, String> environment) {}
