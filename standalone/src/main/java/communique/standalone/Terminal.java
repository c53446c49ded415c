package communique.standalone;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.regex.Pattern;

/** Tells a terminal from a pipe. */
public final class Terminal {
    /** What moves cursors, sets titles or turns text around; the joiners Persian is spelled with do not. */
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t\\u200c\\u200d]]");

    private Terminal() {}

    /** A text of strangers without what a terminal would obey. */
    public static String harmless(String text) {
        return COMMANDS.matcher(text).replaceAll("");
    }

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
