package communique.schemas;

import communique.schemas.Topic.Compatibility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;

/**
 * The schemas of one topic, oldest first, and whether they may follow each other.
 *
 * @param schemas oldest first
 * @param level which direction of reading is promised
 */
record SchemaHistory(List<Schema> schemas, Compatibility level) {
    private static final int SAMPLES = 50;
    private static final long SEED = 7;

    /** What breaks the promise, one line each; empty where nothing does. */
    List<String> breaches() {
        List<String> breaches = new ArrayList<>();
        for (int newer = 1; newer < schemas.size(); newer++) {
            List<Schema> older = schemas.subList(0, newer);
            breaches.addAll(refusedByAvro(schemas.get(newer), older));
            for (Schema old : older) {
                breaches.addAll(addedWithoutDefault(old, schemas.get(newer)));
            }
        }
        return breaches;
    }

    private List<String> refusedByAvro(Schema newer, List<Schema> older) {
        try {
            validator().validate(newer, older);
            return List.of();
        } catch (SchemaValidationException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private SchemaValidator validator() {
        SchemaValidatorBuilder builder = new SchemaValidatorBuilder();
        return switch (level) {
            case FULL_TRANSITIVE -> builder.mutualReadStrategy().validateAll();
            case BACKWARD_TRANSITIVE -> builder.canReadStrategy().validateAll();
            case NONE -> (newer, older) -> {};
        };
    }

    private static List<String> addedWithoutDefault(Schema old, Schema newer) {
        Map<String, Schema> known = SchemaLint.namedTypes(old);
        List<String> added = new ArrayList<>();
        SchemaLint.namedTypes(newer).forEach((name, type) -> {
            if (type.getType() == Schema.Type.RECORD && known.containsKey(name)) {
                type.getFields().stream()
                        .filter(field -> known.get(name).getField(field.name()) == null && !field.hasDefaultValue())
                        .forEach(field ->
                                added.add(type.getName() + "." + field.name() + " was added without a default"));
            }
        });
        return added;
    }

    /** Writes random records with one schema and reads them with another, as an older or newer service would. */
    static <T> List<T> readAcross(Schema writer, DatumReader<T> reader) {
        List<T> read = new ArrayList<>();
        reader.setSchema(writer);
        try {
            for (Object record : new RandomData(writer, SAMPLES, SEED)) {
                byte[] bytes = encode(writer, record);
                read.add(reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reader as another language has it, which knows only the schema. */
    static DatumReader<Object> genericReader(Schema schema) {
        return new GenericDatumReader<>(schema, schema);
    }

    private static byte[] encode(Schema schema, Object record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
