package communique.kit.lifecycle;

import communique.kit.config.Keys;
import communique.kit.config.Settings;
import java.time.Duration;

/**
 * What every service process can be told.
 *
 * @param host address its HTTP endpoint binds
 * @param port port its HTTP endpoint binds, 0 for any free one
 * @param stopWithin how long stopping may take; a supervisor such as Kubernetes kills after 30 s
 */
public record ProcessSettings(String host, int port, Duration stopWithin) {
    private static final String HOST = "http.host";
    private static final String PORT = "http.port";
    private static final String STOP_WITHIN = "stop.within";

    /** Adds the keys this record is read from. */
    public static Keys define(Keys keys, int defaultPort) {
        return LogFormat.define(keys)
                .text(HOST, "127.0.0.1", "Address the HTTP endpoint binds.")
                .number(PORT, defaultPort, 0, 65535, "Port the HTTP endpoint binds; 0 takes any free one.")
                .duration(STOP_WITHIN, Duration.ofSeconds(25), "How long a clean stop may take.");
    }

    /** Reads it from checked settings. */
    public static ProcessSettings of(Settings settings) {
        return new ProcessSettings(settings.text(HOST), settings.number(PORT), settings.duration(STOP_WITHIN));
    }
}
