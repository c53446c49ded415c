package communique.system;

import communique.cluster.LocalBroker;
import communique.cluster.LocalRegistry;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterUserScramCredentialsResult;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * A broker that lets in over TLS those it has a SCRAM password of, each with the rights of a table and no others, and a
 * registry. The test itself comes in by another door, as its administrator.
 */
final class SecuredCluster implements AutoCloseable {
    private static final String STORE_PASSWORD = "store-password";
    private static final int ITERATIONS = 4096;

    private final LocalBroker broker;
    private final LocalRegistry registry;
    private final Path trust;
    private final int port;

    private SecuredCluster(LocalBroker broker, LocalRegistry registry, Path trust, int port) {
        this.broker = broker;
        this.registry = registry;
        this.trust = trust;
        this.port = port;
    }

    static SecuredCluster start(Path folder, AccessTable access) throws Exception {
        Path store = folder.resolve("store.p12");
        keytool(
                folder,
                "-genkeypair -alias broker -keyalg EC -dname CN=broker -ext san=ip:127.0.0.1 -validity 2",
                store);
        int port = ServiceProcess.freePort();
        String listener = "SASL_SSL://127.0.0.1:" + port;
        LocalBroker broker = LocalBroker.start(
                folder.resolve("kafka"),
                0,
                Map.ofEntries(
                        Map.entry("listeners", listener),
                        Map.entry("advertised.listeners", listener),
                        Map.entry("listener.security.protocol.map", "SASL_SSL:SASL_SSL"),
                        Map.entry("sasl.enabled.mechanisms", "SCRAM-SHA-512"),
                        Map.entry(
                                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                                "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                        Map.entry("ssl.keystore.location", store.toString()),
                        Map.entry("ssl.keystore.type", "PKCS12"),
                        Map.entry("ssl.keystore.password", STORE_PASSWORD),
                        Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                        Map.entry("super.users", "User:ANONYMOUS")));
        LocalRegistry registry = LocalRegistry.start(folder.resolve("registry"), 0);
        SecuredCluster cluster = new SecuredCluster(broker, registry, store, port);
        cluster.grant(access);
        return cluster;
    }

    private void grant(AccessTable access) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            AlterUserScramCredentialsResult users = admin.alterUserScramCredentials(access.principals().stream()
                    .map(name -> new UserScramCredentialUpsertion(
                            name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), passwordOf(name)))
                    .map(UserScramCredentialAlteration.class::cast)
                    .toList());
            users.all().get();
            admin.createAcls(access.bindings()).all().get();
        }
    }

    /** What a service or client of this name is configured with. */
    Map<String, String> configuration(String principal) {
        return Map.of(
                "kafka.bootstrap.servers",
                "127.0.0.1:" + port,
                "kafka.security.protocol",
                "SASL_SSL",
                "kafka.sasl.mechanism",
                "SCRAM-SHA-512",
                "kafka.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + principal
                        + "\" password=\"" + passwordOf(principal) + "\";",
                "kafka.ssl.truststore.location",
                trust.toString(),
                "kafka.ssl.truststore.type",
                "PKCS12",
                "kafka.ssl.truststore.password",
                STORE_PASSWORD,
                "registry.url",
                registry.url());
    }

    KafkaSettings settings(String principal) {
        return ClientSettings.of(configuration(principal));
    }

    KafkaClients clients(String principal, Metrics metrics) {
        return new KafkaClients(settings(principal), metrics);
    }

    private static String passwordOf(String principal) {
        return principal + "-secret";
    }

    private static void keytool(Path folder, String arguments, Path store) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed, see " + folder.resolve("keytool.log"));
        }
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
