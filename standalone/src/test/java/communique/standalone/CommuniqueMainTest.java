package communique.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommuniqueMainTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void endsWithTwoWhereNoKafkaClientTakesAValue() {
        assertThat(run("dlq", "list", "enrich", "--set", "kafka.security.protocol=FOO"))
                .isEqualTo(2);
        assertThat(printed())
                .contains("kafka.security.protocol: Invalid value FOO")
                .doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        return CommuniqueMain.commandLine(stream, stream).execute(arguments);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
