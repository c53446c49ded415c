package communique.standalone;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Tells a terminal from a pipe. */
public final class Terminal {
    private Terminal() {}

    /** Whether people read along: there is a console, and, since JDK 22 gives one always, it is a terminal. */
    @SuppressWarnings("SystemConsoleNull") // Asked further where there is more to ask.
    public static boolean isAttached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
