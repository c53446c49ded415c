package communique.alert;

import communique.alert.delivery.channel.Surroundings;
import communique.kit.config.Placeholders;
import communique.kit.lifecycle.ServiceCommand;
import java.time.Clock;

/** alert-service as a process of its own. */
public final class AlertMain {
    private AlertMain() {}

    /** Runs until stopped. */
    public static void main(String[] arguments) {
        Surroundings surroundings = new Surroundings(new Placeholders(System.getenv()), System.out, Clock.systemUTC());
        System.exit(ServiceCommand.run(
                "alert-service",
                AlertConfig.DEFINITION,
                settings -> new AlertService(AlertConfig.of(settings), surroundings),
                arguments));
    }
}
