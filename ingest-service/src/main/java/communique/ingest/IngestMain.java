package communique.ingest;

import communique.kit.lifecycle.ServiceCommand;
import java.time.Clock;

/** The service as a process of its own. */
public final class IngestMain {
    private IngestMain() {}

    /** Runs until it is told to stop. */
    public static void main(String[] arguments) {
        System.exit(ServiceCommand.run(
                "communique-ingest",
                IngestConfig.DEFINITION,
                settings -> new IngestService(IngestConfig.of(settings), Clock.systemUTC()),
                arguments));
    }
}
