package communique.standalone;

import communique.standalone.evaluate.EvaluateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Communique. */
@Command(name = "communique", mixinStandardHelpOptions = true, subcommands = EvaluateCommand.class)
public final class CommuniqueMain {
    private CommuniqueMain() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CommuniqueMain()).execute(arguments));
    }
}
