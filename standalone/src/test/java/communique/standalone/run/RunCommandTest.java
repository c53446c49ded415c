package communique.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class RunCommandTest {
    private final RunCommand command = new RunCommand(System.out, System.err);

    @ParameterizedTest
    @ValueSource(strings = {"--input=x", "--json", "--decisions"})
    void refusesWhatMeansSomethingWithOnceAlone(String option) {
        // A wrong value too, so that nothing is started whatever is refused first
        new CommandLine(command).parseArgs(option, "--set", "alert.web.kept=0");

        assertThatThrownBy(command::call)
                .isInstanceOf(ParameterException.class)
                .hasMessage(option.replace("=x", "") + " without --once");
    }

    @Test
    void deliversNothingThatIsTriedOnce(@TempDir Path folder) {
        new CommandLine(command).parseArgs("--once", "--channels", "a.yaml", "--set", "alert.delivery.channels=b.yaml");

        assertThat(command.once(folder).alert()).doesNotContainKey("alert.delivery.channels");
    }
}
