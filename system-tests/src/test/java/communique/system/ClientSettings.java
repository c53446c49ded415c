package communique.system;

import communique.kit.config.Keys;
import communique.kit.config.SettingsLoader;
import communique.kit.kafka.KafkaSettings;
import java.util.Map;
import java.util.Optional;

/** Reads what a client of a cluster is configured with, as services do. */
public final class ClientSettings {
    private ClientSettings() {}

    /**
     * The settings of a client.
     *
     * @param configuration keys and values as in a service's configuration
     */
    public static KafkaSettings of(Map<String, String> configuration) {
        return KafkaSettings.of(
                new SettingsLoader(KafkaSettings.define(new Keys()).definition(), Map.of())
                        .load(Optional.empty(), configuration));
    }
}
