package communique.alert.delivery.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import communique.alert.delivery.channel.Message;
import communique.kit.config.InvalidConfigException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shape an operator gives a channel's messages: a document in YAML or JSON whose texts are Mustache templates. It
 * is put together as a document and not as text, so nothing in an alert can break it; names are looked up in the alert
 * and nowhere else, so it runs no code.
 *
 * <p>A mistake is found when the channel is opened, by trying it with an example. A message it fails with, or that the
 * receiver would not take, gets the channel's own shape.
 */
public final class Template {
    private static final Logger LOG = LoggerFactory.getLogger(Template.class);

    private final String name;
    private final Node root;
    private final UnaryOperator<String> escape;
    private final Predicate<ObjectNode> acceptable;
    private String trouble = "";

    private Template(String name, Node root, UnaryOperator<String> escape, Predicate<ObjectNode> acceptable) {
        this.name = name;
        this.root = root;
        this.escape = escape;
        this.acceptable = acceptable;
    }

    /**
     * Reads one.
     *
     * @param channel name of the channel, for messages
     * @param escape makes a text from outside fit to stand in one of the template's
     * @param acceptable whether the receiver would take what it makes
     * @throws InvalidConfigException naming file and line of a mistake
     */
    public static Template read(
            String channel, Path file, UnaryOperator<String> escape, Predicate<ObjectNode> acceptable) {
        Template template = new Template(
                "channel " + channel + ", template " + file,
                new TemplateReader(channel, file).read(),
                escape,
                acceptable);
        template.tryOut(channel, file);
        return template;
    }

    private void tryOut(String channel, Path file) {
        try {
            if (!(root.make(TemplateContext.of(ExampleMessage.get(), escape)) instanceof ObjectNode made)) {
                throw new InvalidConfigException("channel " + channel, file + " line 1: must be a mapping of keys");
            }
            if (!acceptable.test(made)) {
                throw new InvalidConfigException(
                        "channel " + channel, file + ": makes nothing of an example that the receiver would take");
            }
        } catch (TemplateFailure e) {
            throw new InvalidConfigException("channel " + channel, file + " line " + e.line() + ": " + e.getMessage());
        }
    }

    /** The message in this shape; empty where it is to have the channel's own. */
    public Optional<ObjectNode> make(Message message) {
        if (message.notice().isPresent()) {
            return Optional.empty();
        }
        try {
            JsonNode made = root.make(TemplateContext.of(message, escape));
            return Optional.of((ObjectNode) made).filter(object -> isAcceptable(object, message));
        } catch (TemplateFailure e) {
            warn(message, "line " + e.line() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isAcceptable(ObjectNode made, Message message) {
        boolean fine = acceptable.test(made);
        if (!fine) {
            warn(message, "makes what the receiver would not take");
        }
        return fine;
    }

    /** The same trouble with every alert fills no log. */
    private void warn(Message message, String why) {
        if (!why.equals(trouble)) {
            LOG.warn("{} is not used for {}: {}", name, message.id(), why);
            trouble = why;
        }
    }

    /** Why a template makes no document, and where. */
    static final class TemplateFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int line;

        TemplateFailure(int line, RuntimeException cause) {
            super(cause.getMessage(), cause);
            this.line = line;
        }

        int line() {
            return line;
        }
    }
}
