package communique.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import communique.kit.config.InvalidConfigException;
import communique.kit.config.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@Timeout(20)
class ServiceCommandTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final SampleMain.Sample service = new SampleMain.Sample();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() throws Exception {
        System.setOut(out);
        System.setErr(err);
        LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        logging.reset();
        new ContextInitializer(logging).autoConfig();
    }

    @Test
    void printsTheConfigurationInEffectWithSecretsHidden() {
        int exit = run(settings -> service, "--set", "sample.token=s3cret", "--print-config");

        assertThat(exit).isZero();
        assertThat(printed())
                .contains("sample.greeting=hello\n", "sample.token=[hidden]\n")
                .doesNotContain("s3cret");
    }

    @Test
    void printsHelp() {
        assertThat(run(settings -> service, "--help")).isZero();
        assertThat(printed()).contains("Usage: sample", "--config", "--print-config");
    }

    @Test
    void printsTheVersionItWasBuiltAs() {
        assertThat(run(settings -> service, "--version")).isZero();
        assertThat(printed()).matches("\\d+\\.\\d+\\.\\d+\\S*\\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--unknown", "--set=sample.greting=hi", "--set=no-value", "--config=/no/such/file", "stray"})
    void endsWithTwoWhereArgumentsOrConfigurationAreWrong(String argument) {
        assertThat(run(settings -> service, argument)).isEqualTo(2);
        assertThat(printed()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void saysWhatIsWrongWithTheConfiguration() {
        run(settings -> service, "--set", "sample.greting=hi");

        assertThat(printed())
                .contains("sample: invalid configuration:")
                .contains("sample.greting: unknown key; did you mean sample.greeting?");
    }

    @Test
    void endsWithTwoWhereTheServiceRefusesItsConfiguration() {
        assertThat(run(settings -> {
                    throw new InvalidConfigException("rules", "there are none");
                }))
                .isEqualTo(2);
        assertThat(printed()).contains("rules: there are none");
    }

    @Test
    void endsWithTwoWhereAKafkaClientRefusesItsConfiguration() {
        assertThat(run(settings -> {
                    throw new KafkaException("cannot be made", new ConfigException("acks", "1", "must be all"));
                }))
                .isEqualTo(2);
        assertThat(printed())
                .contains("kafka.*: Invalid value 1 for configuration acks")
                .doesNotContain("\tat ");
    }

    @Test
    void endsWithOneWhereTheServiceFails() {
        service.failed().countDown();

        assertThat(run(settings -> service)).isEqualTo(1);
        assertThat(service.isClosed()).isTrue();
    }

    @Test
    void endsWithOneWhereTheServiceCannotBeMade() {
        assertThat(run(settings -> {
                    throw new IllegalStateException("a bug");
                }))
                .isEqualTo(1);
        assertThat(printed()).contains("sample failed").contains("a bug");
    }

    private static int run(Function<Settings, Service> factory, String... arguments) {
        return ServiceCommand.run("sample", SampleMain.KEYS, factory, arguments);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
