package communique.alert;

import communique.alert.delivery.DeliveryConfig;
import communique.alert.rule.WatchRules;
import communique.alert.story.StoryLimits;
import communique.alert.web.WebConfig;
import communique.kit.config.Keys;
import communique.kit.config.Settings;
import communique.kit.kafka.KafkaSettings;
import communique.kit.lifecycle.ProcessSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Configuration of alert-service.
 *
 * @param process HTTP endpoint and stopping
 * @param kafka broker, registry, topics
 * @param stateDir where state stores live; they are rebuilt from Kafka when lost
 * @param threads stream threads of this instance
 * @param rules whose statements about whom raise an alert
 * @param stories how long and how many stories are kept open
 * @param includeStale whether an old event under a fresh date alerts nevertheless
 * @param lexicon folder of data files that add to the engine's own
 * @param delivery where alerts go
 * @param web the page
 * @param again reads the same settings and the files they name once more
 */
public record AlertConfig(
        ProcessSettings process,
        KafkaSettings kafka,
        Path stateDir,
        int threads,
        WatchRules rules,
        StoryLimits stories,
        boolean includeStale,
        Optional<Path> lexicon,
        DeliveryConfig delivery,
        WebConfig web,
        Supplier<AlertConfig> again) {
    private static final String STATE_DIR = "alert.state.dir";
    private static final String THREADS = "alert.threads";
    private static final String RULES = "alert.rules";
    private static final String OPEN_FOR = "alert.stories.open.for";
    private static final String MOST = "alert.stories.most";
    private static final String INCLUDE_STALE = "alert.include.stale";
    static final String LEXICON = "alert.lexicon";

    /** The keys it is read from. */
    public static final ConfigDef DEFINITION = WebConfig.define(
                    DeliveryConfig.define(ProcessSettings.define(KafkaSettings.define(new Keys()), 8080)))
            .text(STATE_DIR, "data/alert", "Folder of the state stores; rebuilt from Kafka when lost.")
            .number(THREADS, 1, 1, 64, "Stream threads of this instance; more than partitions are idle.")
            .existingPath(
                    RULES, "YAML file of watch rules; without one: China, Russia, Iran, Pakistan about Afghanistan.")
            .duration(OPEN_FOR, Duration.ofDays(14), "How long a story stays open after its last article.")
            .number(
                    MOST,
                    50_000,
                    100,
                    10_000_000,
                    "Stories about one country that are open at the same time, some 1.3 kB of heap each; of more the"
                            + " longest untouched are closed.")
            .flag(INCLUDE_STALE, false, "Whether an old event under a fresh date alerts nevertheless.")
            .existingPath(LEXICON, "Folder of data files (people, countries, ...) that add to the engine's own.")
            .definition();

    /**
     * Reads it from checked settings.
     *
     * @throws communique.kit.config.InvalidConfigException where a file it names is wrong
     */
    public static AlertConfig of(Settings settings) {
        return new AlertConfig(
                ProcessSettings.of(settings),
                KafkaSettings.of(settings),
                Path.of(settings.text(STATE_DIR)),
                settings.number(THREADS),
                WatchRules.read(settings.path(RULES)),
                new StoryLimits(settings.duration(OPEN_FOR), settings.number(MOST)),
                settings.flag(INCLUDE_STALE),
                settings.path(LEXICON),
                DeliveryConfig.of(settings),
                WebConfig.of(settings),
                () -> of(settings));
    }
}
