package communique.cluster;

import java.nio.file.Path;

/** A process that holds a registry until it is killed; prints the registry's process id. */
final class RegistryHolderMain {
    private RegistryHolderMain() {}

    public static void main(String[] arguments) throws Exception {
        LocalRegistry registry = LocalRegistry.start(Path.of(arguments[0]), 0);
        System.out.println(registry.process().pid());
        new java.util.concurrent.CountDownLatch(1).await();
    }
}
