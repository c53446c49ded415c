package communique.alert.delivery.channel;

import communique.alert.view.PageLink;
import communique.kit.config.Placeholders;
import java.io.PrintStream;
import java.time.Clock;

/**
 * What a channel may use of its process.
 *
 * @param secrets resolves references to secrets
 * @param console where people read along
 * @param clock the time
 * @param page where people find an alert's evidence and history
 */
public record Surroundings(Placeholders secrets, PrintStream console, Clock clock, PageLink page) {
    /** Surroundings of a page nobody is led to. */
    public Surroundings(Placeholders secrets, PrintStream console, Clock clock) {
        this(secrets, console, clock, PageLink.NONE);
    }

    /** The same with a page. */
    public Surroundings with(PageLink other) {
        return new Surroundings(secrets, console, clock, other);
    }
}
