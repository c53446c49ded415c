package communique.ingest;

import communique.kit.config.SettingsLoader;
import communique.testkit.TestCluster;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Services for tests. */
final class Services {
    private Services() {}

    /** A service that is not started, on a free port, with further settings. */
    static IngestService of(TestCluster cluster, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(cluster.configuration());
        all.put("http.port", "0");
        all.putAll(values);
        return new IngestService(
                IngestConfig.of(new SettingsLoader(IngestConfig.DEFINITION, Map.of()).load(Optional.empty(), all)),
                Clock.systemUTC());
    }
}
