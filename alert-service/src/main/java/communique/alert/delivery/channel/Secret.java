package communique.alert.delivery.channel;

import communique.kit.config.InvalidConfigException;
import communique.kit.config.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A value nobody should see: a text that usually refers to the environment, or the name of a file that holds it. */
public final class Secret {
    private final String key;
    private final String text;
    private final String file;

    private Secret(String key, String text, String file) {
        this.key = key;
        this.text = text;
        this.file = file;
    }

    /**
     * A value given in one of two ways.
     *
     * @param key what it is called; with {@code _file} behind it where the file is named
     * @throws IllegalArgumentException where it is given not at all or twice
     */
    public static Secret of(String key, String text, String file) {
        if ((text == null) == (file == null)) {
            throw new IllegalArgumentException("needs either " + key + " or " + key + "_file");
        }
        return new Secret(key, text, file);
    }

    /** A value given in one of two ways, or else the usual one. */
    public static Secret of(String key, String text, String file, String usual) {
        return optional(key, text, file).orElseGet(() -> of(key, usual, null));
    }

    /** A value that need not be given; twice is refused all the same. */
    public static Optional<Secret> optional(String key, String text, String file) {
        return text == null && file == null ? Optional.empty() : Optional.of(of(key, text, file));
    }

    /**
     * The same, refused where the value itself stands in the configuration.
     *
     * @throws IllegalArgumentException where it does
     */
    public Secret keptElsewhere() {
        if (text != null && !Placeholders.isReference(text)) {
            throw new IllegalArgumentException(
                    key + " is a secret and does not belong in this file; write ${env:NAME}, or name a file with " + key
                            + "_file");
        }
        return this;
    }

    /**
     * The value itself.
     *
     * @throws InvalidConfigException where there is none
     */
    public String reveal(Placeholders placeholders) {
        String value = file == null ? placeholders.resolve(key, text) : read();
        if (value.isBlank()) {
            throw new InvalidConfigException(key, "is empty");
        }
        return value.strip();
    }

    private String read() {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new InvalidConfigException(key + "_file", "cannot read '" + file + "'");
        }
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
