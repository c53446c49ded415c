package communique.enrich;

import communique.kit.config.Keys;
import communique.kit.config.Settings;
import communique.kit.kafka.KafkaSettings;
import communique.kit.lifecycle.ProcessSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Configuration of enrich-service.
 *
 * @param process HTTP endpoint and stopping
 * @param kafka broker, registry, topics
 * @param stateDir where state stores live; they are rebuilt from Kafka when lost
 * @param threads stream threads of this instance
 * @param lexicon folder of data files that add to the engine's own
 */
public record EnrichConfig(
        ProcessSettings process, KafkaSettings kafka, Path stateDir, int threads, Optional<Path> lexicon) {
    private static final String STATE_DIR = "enrich.state.dir";
    private static final String THREADS = "enrich.threads";
    static final String LEXICON = "enrich.lexicon";

    /** The keys it is read from. */
    public static final ConfigDef DEFINITION = ProcessSettings.define(KafkaSettings.define(new Keys()), 8082)
            .text(STATE_DIR, "data/enrich", "Folder of the state stores; rebuilt from Kafka when lost.")
            .number(THREADS, 1, 1, 64, "Stream threads of this instance; more than partitions are idle.")
            .existingPath(LEXICON, "Folder of data files (people, countries, ...) that add to the engine's own.")
            .definition();

    /** Reads it from checked settings. */
    public static EnrichConfig of(Settings settings) {
        return new EnrichConfig(
                ProcessSettings.of(settings),
                KafkaSettings.of(settings),
                Path.of(settings.text(STATE_DIR)),
                settings.number(THREADS),
                settings.path(LEXICON));
    }
}
