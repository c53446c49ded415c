package communique.cluster;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The registry's process. It runs Apicurio Registry, found on the class path, until its standard input ends. The other
 * end of that pipe is held by the process that started it, and a pipe ends even when its holder is killed; so no
 * registry is ever left behind.
 */
final class RegistryMain {
    private static final String APPLICATION = "io.quarkus.runner.GeneratedMain";
    private static final long EXIT_WITHIN_MILLIS = 5_000;

    private RegistryMain() {}

    /** Runs in the registry's own folder, which holds its records. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(RegistryMain::exitWithParent, "exit-with-parent");
        watch.setDaemon(true);
        watch.start();
        FolderLock lock = FolderLock.take(Path.of("").toAbsolutePath());
        try {
            Class.forName(APPLICATION).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } finally {
            lock.close();
        }
    }

    private static void exitWithParent() {
        try {
            while (System.in.read() != -1) {
                // Nothing is ever said; only the end counts.
            }
        } catch (IOException e) {
            System.err.println("standard input is broken, which means the same as its end: " + e);
        }
        Thread exit = new Thread(() -> System.exit(0), "exit");
        exit.start();
        try {
            exit.join(EXIT_WITHIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
