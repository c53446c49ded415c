package communique.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this class path that was started as a process of its own. */
final class JavaProcess implements AutoCloseable {
    private static final int KILLED_WITHIN_SECONDS = 10;
    private static final int STOPPED_WITHIN_SECONDS = 30;

    private final Process process;

    private JavaProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a program; returns at once.
     *
     * @param heap the most heap it may have, as in {@code -Xmx}
     * @param main name of its main class
     * @param environment variables it has besides this process's own
     * @param output where all that it prints goes, after what is there
     */
    static JavaProcess start(
            String heap, String main, List<String> arguments, Map<String, String> environment, Path output) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        try {
            return new JavaProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** How many threads it has. */
    int threads() {
        return Path.of("/proc", String.valueOf(process.pid()), "task").toFile().list().length;
    }

    /** Asks it to stop, as a supervisor does; its exit code, -1 where it does not stop. */
    int stop() {
        process.destroy();
        try {
            return process.waitFor(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Kills it as {@code kill -9} does. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor(KILLED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
