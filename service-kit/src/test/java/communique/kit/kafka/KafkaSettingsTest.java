package communique.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.kit.config.InvalidConfigException;
import communique.kit.config.Keys;
import communique.kit.config.SettingsLoader;
import communique.kit.trace.ProcessSpans;
import communique.kit.trace.SendSpans;
import communique.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaSettingsTest {
    @Test
    void leadToThisMachineWhereNothingIsSet() {
        KafkaSettings settings = settings(Map.of());

        assertThat(settings.common()).isEqualTo(Map.of("bootstrap.servers", "127.0.0.1:9092"));
        assertThat(settings.registry())
                .isEqualTo(Map.of("schema.registry.url", "http://127.0.0.1:8081/apis/ccompat/v7"));
        assertThat(settings.topics().articlesRaw().name()).isEqualTo("communique.articles.raw.v1");
        assertThat(settings.topics().articlesRaw().partitions()).isEqualTo(3);
    }

    @Test
    void keepEachClientsSettingsApart() {
        KafkaSettings settings = settings(Map.of(
                "kafka.bootstrap.servers", "a:1",
                "kafka.client.id", "all",
                "kafka.producer.linger.ms", "5",
                "kafka.consumer.client.id", "reader",
                "kafka.admin.retries", "3",
                "kafka.streams.num.standby.replicas", "1",
                "registry.basic.auth.user.info", "me:secret"));

        assertThat(settings.common()).isEqualTo(Map.of("bootstrap.servers", "a:1", "client.id", "all"));
        assertThat(settings.merged(Map.of("linger.ms", "1", "acks", "all"), settings.producer()))
                .isEqualTo(Map.of("bootstrap.servers", "a:1", "client.id", "all", "linger.ms", "5", "acks", "all"));
        assertThat(settings.merged(Map.of(), settings.consumer())).containsEntry("client.id", "reader");
        assertThat(settings.admin()).isEqualTo(Map.of("retries", "3"));
        assertThat(settings.registry()).containsEntry("basic.auth.user.info", "me:secret");
    }

    @Test
    void reachEveryClientOfAStreamsApplication(@TempDir Path state) {
        Properties config = StreamsApp.config(
                settings(Map.of(
                        "topics.prefix", "news",
                        "kafka.bootstrap.servers", "a:1",
                        "kafka.producer.linger.ms", "5",
                        "kafka.consumer.session.timeout.ms", "9000",
                        "kafka.streams.num.stream.threads", "4")),
                "enrich",
                state,
                2);

        assertThat(config)
                .containsEntry("bootstrap.servers", "a:1")
                .containsEntry("application.id", "news.enrich")
                .containsEntry("errors.dead.letter.queue.topic.name", "news.enrich.dlq.v1")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("producer.linger.ms", "5")
                .containsEntry("consumer.session.timeout.ms", "9000")
                .containsEntry("num.stream.threads", "4");
    }

    @Test
    void putSpansOnProducersAndTopologiesOnlyWhereAskedTo() {
        KafkaSettings without = settings(Map.of());
        KafkaSettings with =
                settings(Map.of("tracing.spans", "true", "kafka.producer.interceptor.classes", "org.example.Ours"));

        assertThat(without.producer()).isEmpty();
        assertThat(without.streams()).isEmpty();
        assertThat(with.producer())
                .isEqualTo(Map.of("interceptor.classes", "org.example.Ours," + SendSpans.class.getName()));
        assertThat(with.streams()).isEqualTo(Map.of("processor.wrapper.class", ProcessSpans.class.getName()));
    }

    @Test
    void changeRetentionOfSingleTopics() {
        Topics topics = settings(Map.of("topics.retention", "articles.raw.v1=14d, alerts.v1=365d"))
                .topics();

        assertThat(topics.articlesRaw().retention()).isEqualTo(Duration.ofDays(14));
        assertThat(topics.alerts().retention()).isEqualTo(Duration.ofDays(365));
        assertThat(topics.decisions().retention()).isEqualTo(Duration.ofDays(30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "topics.retention; articles.rwa.v1=14d; articles.rwa.v1' is none of",
                "topics.retention; articles.raw.v1=soon; soon",
                "topics.prefix; News_1; News_1' is not lower-case letters and digits",
                "topics.prefix; news.; news.' is not",
            })
    void nameTheKeyOfAWrongTopicSetting(String key, String value, String message) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(message);
    }

    private static KafkaSettings settings(Map<String, String> arguments) {
        return KafkaSettings.of(
                new SettingsLoader(KafkaSettings.define(new Keys()).definition(), Map.of())
                        .load(Optional.empty(), arguments));
    }
}
