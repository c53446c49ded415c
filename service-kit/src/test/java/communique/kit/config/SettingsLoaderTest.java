package communique.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
    private static final ConfigDef KEYS = new Keys()
            .requiredText("app.name", "Name.")
            .text("app.greeting", "hello", "Greeting.")
            .text("registry.url", "http://127.0.0.1:8081", "Registry.")
            .number("app.threads", 2, 1, 8, "Threads.")
            .flag("app.loud", false, "Loud.")
            .duration("app.patience", Duration.ofSeconds(5), "Patience.")
            .choice("app.colour", "red", "Colour.", "red", "green")
            .list("app.words", "", "Words.")
            .secret("app.token", "Token.")
            .existingPath("app.file", "File.")
            .definition();

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> arguments = new HashMap<>(Map.of("app.name", "test"));

    @TempDir
    Path folder;

    @Test
    void usesDefaultsWhereNothingIsSet() {
        Settings settings = load();

        assertThat(settings.text("app.greeting")).isEqualTo("hello");
        assertThat(settings.number("app.threads")).isEqualTo(2);
        assertThat(settings.flag("app.loud")).isFalse();
        assertThat(settings.duration("app.patience")).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.list("app.words")).isEmpty();
        assertThat(settings.secret("app.token")).isEmpty();
        assertThat(settings.path("app.file")).isEmpty();
    }

    @Test
    void readsEveryKindOfValue() throws IOException {
        Path file = Files.createFile(folder.resolve("some"));
        arguments.putAll(Map.of(
                "app.threads",
                "8",
                "app.loud",
                "true",
                "app.patience",
                "2h",
                "app.colour",
                "green",
                "app.words",
                "a, b",
                "app.token",
                "t0p",
                "app.file",
                file.toString()));

        Settings settings = load();

        assertThat(settings.number("app.threads")).isEqualTo(8);
        assertThat(settings.flag("app.loud")).isTrue();
        assertThat(settings.duration("app.patience")).isEqualTo(Duration.ofHours(2));
        assertThat(settings.text("app.colour")).isEqualTo("green");
        assertThat(settings.list("app.words")).containsExactly("a", "b");
        assertThat(settings.secret("app.token")).contains("t0p");
        assertThat(settings.path("app.file")).contains(file);
    }

    @Test
    void tellsAllProblemsAtOnce() {
        arguments.clear();
        arguments.putAll(Map.of(
                "app.threads",
                "9",
                "app.patience",
                "soon",
                "app.colour",
                "blue",
                "app.file",
                "/no/such/file",
                "app.gretting",
                "hi",
                "kafka.bootstrap.server",
                "x:1"));

        assertThat(problems())
                .extracting(ConfigProblem::key)
                .containsExactlyInAnyOrder(
                        "app.name",
                        "app.threads",
                        "app.patience",
                        "app.colour",
                        "app.file",
                        "app.gretting",
                        "kafka.bootstrap.server");
    }

    @Test
    void refusesValuesNoKafkaClientTakes() {
        arguments.putAll(Map.of(
                "kafka.security.protocol", "FOO",
                "kafka.producer.linger.ms", "soon",
                "kafka.bootstrap.servers", "broker:9092,broker"));

        assertThat(problems())
                .extracting(ConfigProblem::toString)
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).startsWith("kafka.security.protocol: Invalid value FOO"),
                        problem -> assertThat(problem).startsWith("kafka.producer.linger.ms: Invalid value soon"),
                        problem -> assertThat(problem).isEqualTo("kafka.bootstrap.servers: 'broker' is not host:port"));
    }

    @Test
    void messageShowsEveryProblemOnALineOfItsOwn() {
        arguments.put("app.threads", "9");
        arguments.put("app.file", "/no/such/file");

        assertThatThrownBy(this::load)
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageStartingWith("invalid configuration:\n")
                .hasMessageContaining("\n  app.file: there is no file or folder '/no/such/file'")
                .hasMessageContaining("\n  app.threads: ");
    }

    @Nested
    class AnUnknownKey {
        @Test
        void isToldWithWhatWasProbablyMeant() {
            arguments.put("app.gretting", "hi");

            assertThat(problems())
                    .containsExactly(new ConfigProblem("app.gretting", "unknown key; did you mean app.greeting?"));
        }

        @Test
        void isToldWithWhereToLookWhereNothingIsNear() {
            arguments.put("colour.of.the.sky", "blue");

            assertThat(problems())
                    .containsExactly(new ConfigProblem(
                            "colour.of.the.sky", "unknown key; the known keys are in docs/configuration.md"));
        }

        @Test
        void isToldForKafkaWhereItIsNearToAKnownOne() {
            arguments.put("kafka.consumer.max.poll.record", "5");

            assertThat(problems())
                    .containsExactly(new ConfigProblem(
                            "kafka.consumer.max.poll.record",
                            "no Kafka client knows it; did you mean kafka.consumer.max.poll.records?"));
        }

        @Test
        void isPassedToKafkaWhereItMayBelongToAPlugIn() {
            arguments.put("kafka.acme.interceptor.tenant", "news");

            assertThat(load().passedOn(Settings.KAFKA)).containsEntry("acme.interceptor.tenant", "news");
        }

        @Test
        void isIgnoredInTheEnvironmentWhichBelongsToOthersToo() {
            environment.putAll(Map.of("APP_NONSENSE", "1", "KAFKA_HEAP_OPTS", "-Xmx1g", "PATH", "/bin"));

            assertThat(load().shown()).doesNotContainKeys("app.nonsense", "kafka.heap.opts", "path");
        }
    }

    @Nested
    class Sources {
        @Test
        void areLeftAloneByAnEmptyVariable() {
            environment.putAll(Map.of("APP_GREETING", "", "APP_FILE", "", "APP_TOKEN_FILE", "", "REGISTRY_URL", ""));

            assertThat(load().text("app.greeting")).isEqualTo("hello");
            assertThat(load().path("app.file")).isEmpty();
            assertThat(load().text("registry.url")).isEqualTo("http://127.0.0.1:8081");
        }

        @Test
        void winInTheOrderFileEnvironmentArguments() throws IOException {
            Path file = Files.writeString(
                    folder.resolve("app.properties"), "app.greeting=file\napp.colour=green\napp.threads=3\n");
            environment.putAll(Map.of("APP_GREETING", "environment", "APP_COLOUR", "red"));
            arguments.put("app.greeting", "argument");

            Settings settings = new SettingsLoader(KEYS, environment).load(Optional.of(file), arguments);

            assertThat(settings.text("app.greeting")).isEqualTo("argument");
            assertThat(settings.text("app.colour")).isEqualTo("red");
            assertThat(settings.number("app.threads")).isEqualTo(3);
        }

        @Test
        void mayBeAFileThatAVariableNames() throws IOException {
            environment.put("APP_TOKEN_FILE", secretFile("s3cret\n").toString());

            assertThat(load().secret("app.token")).contains("s3cret");
        }

        @Test
        void mayBeAFileForWhatIsPassedOnToo() throws IOException {
            environment.put(
                    "REGISTRY_BASIC_AUTH_USER_INFO_FILE",
                    secretFile("me:s3cret").toString());
            environment.put(
                    "KAFKA_SASL_JAAS_CONFIG_FILE",
                    secretFile("a.Module required;").toString());

            assertThat(load().passedOn(Settings.REGISTRY))
                    .containsExactly(Map.entry("basic.auth.user.info", "me:s3cret"));
            assertThat(load().passedOn(Settings.KAFKA))
                    .containsExactly(Map.entry("sasl.jaas.config", "a.Module required;"));
        }

        @Test
        void areAProblemWhereTheFileCannotBeRead() {
            environment.put("APP_TOKEN_FILE", "/no/such/secret");
            environment.put("KAFKA_SASL_JAAS_CONFIG_FILE", "/no/such/config");

            assertThat(problems())
                    .containsExactlyInAnyOrder(
                            new ConfigProblem("APP_TOKEN_FILE", "cannot read '/no/such/secret'"),
                            new ConfigProblem("KAFKA_SASL_JAAS_CONFIG_FILE", "cannot read '/no/such/config'"));
        }

        @Test
        void areAProblemWhereThePropertiesFileIsMissing() {
            Path missing = folder.resolve("missing.properties");

            assertThatThrownBy(() -> new SettingsLoader(KEYS, environment).load(Optional.of(missing), arguments))
                    .isInstanceOf(InvalidConfigException.class)
                    .hasMessageContaining(missing + ": there is no such file");
        }
    }

    @Nested
    class References {
        @Test
        void areReplacedByVariablesAndFiles() throws IOException {
            environment.put("WHO", "world");
            Path properties = Files.writeString(folder.resolve("more.properties"), "colour=green\n");
            secretFile("t0p");
            arguments.putAll(Map.of(
                    "app.greeting",
                    "hello ${env:WHO}",
                    "app.colour",
                    "${file:" + properties + ":colour}",
                    "app.token",
                    "${dir:" + folder + ":secret}",
                    "kafka.client.id",
                    "of-${env:WHO}"));

            Settings settings = load();

            assertThat(settings.text("app.greeting")).isEqualTo("hello world");
            assertThat(settings.text("app.colour")).isEqualTo("green");
            assertThat(settings.secret("app.token")).contains("t0p");
            assertThat(settings.passedOn(Settings.KAFKA)).containsEntry("client.id", "of-world");
        }

        @Test
        void areProblemsWhereTheyLeadNowhere() {
            arguments.putAll(Map.of(
                    "app.greeting", "hello ${env:NOBODY}",
                    "app.colour", "${file:/no/such/file:colour}",
                    "app.token", "${dir:" + folder + ":missing}"));

            assertThat(problems())
                    .extracting(ConfigProblem::key)
                    .containsExactlyInAnyOrder("app.greeting", "app.colour", "app.token");
            assertThat(problems())
                    .extracting(ConfigProblem::message)
                    .allSatisfy(message -> assertThat(message).contains("${").contains("leads nowhere"));
        }

        @Test
        void ofOtherKindsAreLeftAlone() {
            arguments.put("app.greeting", "costs ${5:00} or ${more}");

            assertThat(load().text("app.greeting")).isEqualTo("costs ${5:00} or ${more}");
        }
    }

    @Nested
    class WhatIsPassedOn {
        @Test
        void comesFromArgumentsAndEnvironmentByPrefix() {
            arguments.put("kafka.bootstrap.servers", "a:1");
            arguments.put("kafka.producer.linger.ms", "5");
            arguments.put("registry.basic.auth.user.info", "me:s3cret");
            environment.put("KAFKA_SECURITY_PROTOCOL", "SSL");

            Settings settings = load();

            assertThat(settings.passedOn(Settings.KAFKA))
                    .containsOnly(
                            Map.entry("bootstrap.servers", "a:1"),
                            Map.entry("producer.linger.ms", "5"),
                            Map.entry("security.protocol", "SSL"));
            assertThat(settings.passedOn("kafka.producer.")).containsOnly(Map.entry("linger.ms", "5"));
            assertThat(settings.passedOn(Settings.REGISTRY))
                    .containsOnly(Map.entry("basic.auth.user.info", "me:s3cret"));
        }

        @Test
        void leavesOutKeysOfTheServiceItself() {
            environment.put("REGISTRY_URL", "http://registry:8081");

            assertThat(load().text("registry.url")).isEqualTo("http://registry:8081");
            assertThat(load().passedOn(Settings.REGISTRY)).isEmpty();
        }
    }

    @Nested
    class Shown {
        @Test
        void hidesSecrets() {
            arguments.putAll(Map.of(
                    "app.token", "s3cret",
                    "kafka.sasl.jaas.config", "module password=s3cret",
                    "kafka.ssl.keystore.password", "s3cret",
                    "kafka.ssl.keystore.key", "s3cret",
                    "registry.basic.auth.user.info", "me:s3cret",
                    "registry.bearer.auth.token", "s3cret"));

            Map<String, String> shown = load().shown();

            assertThat(shown)
                    .containsEntry("app.token", "[hidden]")
                    .containsEntry("kafka.sasl.jaas.config", "[hidden]");
            assertThat(shown.values()).noneMatch(value -> value.contains("s3cret"));
        }

        @Test
        void hidesThePasswordInAnAddress() {
            arguments.put("registry.url", "https://me:s3cret@registry.example:8081");

            assertThat(load().shown()).containsEntry("registry.url", "https://[hidden]@registry.example:8081");
        }

        @Test
        void writesValuesAsTheyAreRead() {
            arguments.put("app.words", "a, b");

            assertThat(load().shown())
                    .containsEntry("app.words", "a,b")
                    .containsEntry("app.patience", "5s")
                    .containsEntry("app.token", "")
                    .containsEntry("app.file", "");
        }
    }

    private Settings load() {
        return new SettingsLoader(KEYS, environment).load(Optional.empty(), arguments);
    }

    private List<ConfigProblem> problems() {
        return catchThrowableOfType(InvalidConfigException.class, this::load).problems();
    }

    private Path secretFile(String text) throws IOException {
        return Files.writeString(
                Files.exists(folder.resolve("secret"))
                        ? Files.createTempFile(folder, "secret", "")
                        : folder.resolve("secret"),
                text);
    }
}
