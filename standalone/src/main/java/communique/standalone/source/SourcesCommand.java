package communique.standalone.source;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code communique sources}: one of its own commands. */
@Command(
        name = "sources",
        description = "Read, try, import and export lists of feeds.",
        subcommands = {CheckCommand.class, ParseCommand.class, ImportCommand.class, ExportCommand.class},
        mixinStandardHelpOptions = true)
public final class SourcesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "name a command: " + spec.subcommands().keySet());
    }
}
