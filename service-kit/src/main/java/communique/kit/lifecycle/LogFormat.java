package communique.kit.lifecycle;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import communique.kit.config.Keys;
import communique.kit.config.Settings;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How log lines look and how many there are.
 *
 * @param json one JSON object a line instead of text
 * @param level least level of the service's own lines; libraries are kept at WARN
 */
public record LogFormat(boolean json, String level) {
    private static final String FORMAT = "log.format";
    private static final String LEVEL = "log.level";

    /** Adds the keys this record is read from. */
    public static Keys define(Keys keys) {
        return keys.choice(FORMAT, "text", "Form of log lines.", "text", "json")
                .choice(LEVEL, "info", "Least level of the service's own log lines.", "error", "warn", "info", "debug");
    }

    /** Reads it from checked settings. */
    public static LogFormat of(Settings settings) {
        return new LogFormat(settings.text(FORMAT).equals("json"), settings.text(LEVEL));
    }

    /** Makes it the format of this process. */
    public void apply() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        EncoderBase<ILoggingEvent> encoder = json ? new JsonEncoder() : text();
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger("communique").setLevel(Level.toLevel(level.toUpperCase(Locale.ROOT)));
    }

    /** Keeps libraries that warn of what is normal for this process to their errors. */
    public static void quiet(String... loggers) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        for (String logger : loggers) {
            context.getLogger(logger).setLevel(Level.ERROR);
        }
    }

    private static PatternLayoutEncoder text() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0} - %msg%n");
        return encoder;
    }
}
