package communique.system;

import communique.alert.AlertMain;
import communique.enrich.EnrichMain;
import communique.ingest.IngestMain;
import communique.testkit.TestCluster;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The three services as processes of their own. */
final class Deployment implements AutoCloseable {
    private final ServiceProcess ingest;
    private final ServiceProcess enrich;
    private final ServiceProcess alert;

    private Deployment(
            Map<String, String> common, Path folder, Map<String, String> more, Map<String, String> environment) {
        ingest = new ServiceProcess(IngestMain.class, common, folder, environment);
        enrich = new ServiceProcess(
                EnrichMain.class,
                with(common, Map.of("enrich.state.dir", folder.resolve("enrich").toString())),
                folder,
                environment);
        Map<String, String> state =
                Map.of("alert.state.dir", folder.resolve("alert").toString());
        alert = new ServiceProcess(AlertMain.class, with(with(common, state), more), folder, environment);
    }

    /** Starts all three and waits until they are ready. */
    static Deployment start(TestCluster cluster, Path folder) {
        return start(cluster, folder, Map.of());
    }

    /** The same with further configuration of alert-service. */
    static Deployment start(TestCluster cluster, Path folder, Map<String, String> more) {
        return start(cluster.configuration(), folder, more, Map.of());
    }

    /**
     * The same on any cluster.
     *
     * @param common where the cluster is
     * @param environment of the processes, besides this one's
     */
    static Deployment start(
            Map<String, String> common, Path folder, Map<String, String> more, Map<String, String> environment) {
        Deployment deployment = new Deployment(common, folder, more, environment);
        try {
            deployment.services().forEach(ServiceProcess::start);
            return deployment;
        } catch (RuntimeException e) {
            deployment.close();
            throw e;
        }
    }

    /** In the order articles pass them. */
    List<ServiceProcess> services() {
        return List.of(ingest, enrich, alert);
    }

    ServiceProcess ingest() {
        return ingest;
    }

    ServiceProcess alert() {
        return alert;
    }

    @Override
    public void close() {
        services().forEach(ServiceProcess::close);
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
