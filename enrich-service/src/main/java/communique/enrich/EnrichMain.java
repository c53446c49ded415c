package communique.enrich;

import communique.kit.lifecycle.ServiceCommand;

/** enrich-service as a process of its own. */
public final class EnrichMain {
    private EnrichMain() {}

    /** Runs until stopped. */
    public static void main(String[] arguments) {
        System.exit(ServiceCommand.run(
                "enrich-service",
                EnrichConfig.DEFINITION,
                settings -> new EnrichService(EnrichConfig.of(settings)),
                arguments));
    }
}
