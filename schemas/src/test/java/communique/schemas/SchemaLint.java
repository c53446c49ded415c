package communique.schemas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;

/** What every schema of the contract keeps to, checked through all types nested in it. */
final class SchemaLint {
    private final List<String> complaints = new ArrayList<>();

    private SchemaLint() {}

    /** What is wrong with a schema, one line each; empty where nothing is. */
    static List<String> complaintsAbout(Schema schema) {
        SchemaLint lint = new SchemaLint();
        namedTypes(schema).values().forEach(lint::check);
        return lint.complaints;
    }

    /** Every record and enum reached from a schema, by full name. */
    static Map<String, Schema> namedTypes(Schema schema) {
        Map<String, Schema> found = new LinkedHashMap<>();
        collect(schema, found);
        return found;
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.putIfAbsent(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(type -> collect(type, found));
            default -> {}
        }
    }

    private void check(Schema type) {
        require(hasText(type.getDoc()), type.getName() + " has no doc");
        if (type.getType() == Type.ENUM) {
            checkEnum(type);
        } else {
            type.getFields().forEach(field -> checkField(type.getName() + "." + field.name(), field));
        }
    }

    private void checkEnum(Schema type) {
        require(type.getEnumDefault() != null, type.getName() + " has no default: older readers fail on a new symbol");
        type.getEnumSymbols()
                .forEach(symbol -> require(
                        hasText(type.getDoc()) && type.getDoc().contains(symbol + ": "),
                        type.getName() + " does not explain " + symbol));
    }

    private void checkField(String name, Field field) {
        require(hasText(field.doc()), name + " has no doc");
        Schema schema = field.schema();
        if (schema.getType() == Type.UNION) {
            require(
                    schema.getTypes().get(0).getType() == Type.NULL && field.hasDefaultValue(),
                    name + " is optional: null comes first and is the default");
            schema = schema.getTypes().get(schema.getTypes().size() - 1);
        }
        require(
                schema.getType() != Type.LONG || schema.getLogicalType() != null || name.endsWith("Millis"),
                name + " is a plain long: a time is a logical type, a duration says its unit");
    }

    private void require(boolean fine, String complaint) {
        if (!fine) {
            complaints.add(complaint);
        }
    }

    private static boolean hasText(String doc) {
        return doc != null && !doc.isBlank();
    }
}
