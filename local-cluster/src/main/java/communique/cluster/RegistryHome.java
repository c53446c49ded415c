package communique.cluster;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the unpacked registry is: in the folder the system property names, else beside this module's own classes. */
final class RegistryHome {
    static final String PROPERTY = "communique.registry.home";

    private RegistryHome() {}

    /** The file to put on the class path; what it needs lies beside it and is named in its manifest. */
    static Path runnerJar() {
        Path home = System.getProperty(PROPERTY) == null
                ? ownClasses().resolveSibling("registry")
                : Path.of(System.getProperty(PROPERTY));
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no *-runner.jar in it"));
        } catch (IOException e) {
            throw new LocalClusterException(
                    "no registry in the folder " + home + "; unpack it with: mvn generate-resources -pl local-cluster, "
                            + "or name its folder with -D" + PROPERTY,
                    e);
        }
    }

    /** The folder or jar this class was loaded from. */
    static Path ownClasses() {
        try {
            return Path.of(RegistryHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
