package communique.alert.delivery.channel;

import communique.kit.config.Placeholders;
import java.io.PrintStream;
import java.time.Clock;

/**
 * What a channel may use of its process.
 *
 * @param secrets resolves references to secrets
 * @param console where people read along
 * @param clock the time
 */
public record Surroundings(Placeholders secrets, PrintStream console, Clock clock) {}
