package communique.standalone.topic;

import communique.alert.rule.WatchRules;
import communique.kit.config.Keys;
import communique.kit.config.Settings;
import communique.kit.config.SettingsLoader;
import communique.kit.kafka.KafkaSettings;
import communique.schemas.Topic;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say where a deployment is: its broker, its registry, its topics. */
public final class Target {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with kafka.*, registry.* and topics.* keys.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One configuration value; wins over file and environment.")
    private final Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            defaultValue = "${env:ALERT_RULES}",
            description = "Watch rules, $ALERT_RULES where not given; each state they listen to has an alert topic.")
    private Path rules;

    /** How to reach it. */
    public KafkaSettings settings() {
        SettingsLoader loader =
                new SettingsLoader(KafkaSettings.define(new Keys()).definition(), System.getenv());
        Settings settings = loader.load(Optional.ofNullable(config), values);
        return KafkaSettings.of(settings);
    }

    /** Its topics. */
    public List<Topic<?, ?>> topics(KafkaSettings settings) {
        return settings.topics()
                .all(WatchRules.read(Optional.ofNullable(rules)
                                .filter(file -> !file.toString().isEmpty()))
                        .speakers());
    }
}
