package communique.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/**
 * The schemas that were ever released, one file each, as registered: {@code <folder>/<topic without prefix>/<n>.avsc},
 * counting from 1.
 */
final class ReleasedSchemas {
    /** One topic for every kind of value. */
    static final List<Topic<?, ?>> TOPICS =
            new Topics("x", 1).all(List.of()).stream().filter(Topic::hasSchema).toList();

    private final Path folder;

    ReleasedSchemas(Path folder) {
        this.folder = folder;
    }

    /** Those of this module. */
    static ReleasedSchemas ofThisModule() {
        return new ReleasedSchemas(Path.of("src/test/resources/released"));
    }

    /** Whether nothing was released of any topic. */
    boolean isEmpty() {
        return TOPICS.stream().allMatch(topic -> of(topic).isEmpty());
    }

    /** The released schemas of a topic, oldest first. */
    List<Schema> of(Topic<?, ?> topic) {
        return IntStream.iterate(1, number -> Files.exists(file(topic, number)), number -> number + 1)
                .mapToObj(number -> read(file(topic, number)))
                .toList();
    }

    /** Whether the newest released schema of a topic is the current one to the letter, docs included. */
    boolean isUpToDate(Topic<?, ?> topic) {
        List<Schema> released = of(topic);
        return !released.isEmpty()
                && released.get(released.size() - 1)
                        .toString()
                        .equals(topic.schema().toString());
    }

    /** Writes the current schema of a topic as its newest released one. */
    void release(Topic<?, ?> topic) {
        Path file = file(topic, of(topic).size() + 1);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, topic.schema().toString(true) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Topic<?, ?> topic, int number) {
        String withoutPrefix = topic.name().substring(topic.name().indexOf('.') + 1);
        return folder.resolve(withoutPrefix).resolve(number + ".avsc");
    }

    private static Schema read(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
