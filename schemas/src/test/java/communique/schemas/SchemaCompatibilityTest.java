package communique.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import communique.schemas.Topic.Compatibility;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every current schema against every released one; with nothing released there is nothing to compare. */
class SchemaCompatibilityTest {
    private static final String ONE_FIELD = record("{'name': 'a', 'type': 'int'}");
    private static final String WITH_DEFAULT =
            record("{'name': 'a', 'type': 'int'}, {'name': 'b', 'type': 'int', 'default': 5}");
    private static final String WITHOUT_DEFAULT = record("{'name': 'a', 'type': 'int'}, {'name': 'b', 'type': 'int'}");

    private final ReleasedSchemas released = ReleasedSchemas.ofThisModule();

    @TestFactory
    Stream<DynamicTest> followsAllReleasedSchemas() {
        return ReleasedSchemas.TOPICS.stream()
                .map(topic -> dynamicTest(topic.name(), () -> {
                    List<Schema> schemas = new ArrayList<>(released.of(topic));
                    schemas.add(topic.schema());

                    assertThat(new SchemaHistory(schemas, topic.compatibility()).breaches())
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> classReadsBytesOfEveryReleasedSchema() {
        return forEachReleased(
                (topic, old) -> assertThat(SchemaHistory.readAcross(old, new SpecificDatumReader<>(topic.value())))
                        .isNotEmpty()
                        .hasOnlyElementsOfType(topic.value()));
    }

    @TestFactory
    Stream<DynamicTest> everyReleasedSchemaReadsBytesOfTheCurrentOneWhereThatIsPromised() {
        return forEachReleased((topic, old) -> {
            if (topic.compatibility() == Compatibility.FULL_TRANSITIVE) {
                assertThat(SchemaHistory.readAcross(topic.schema(), SchemaHistory.genericReader(old)))
                        .isNotEmpty();
            }
        });
    }

    @Test
    void acceptsAnAddedFieldWithADefault() {
        assertThat(breaches(Compatibility.FULL_TRANSITIVE, ONE_FIELD, WITH_DEFAULT))
                .isEmpty();
        assertThat(SchemaHistory.readAcross(schema(ONE_FIELD), SchemaHistory.genericReader(schema(WITH_DEFAULT))))
                .allSatisfy(read -> assertThat(((GenericRecord) read).get("b")).isEqualTo(5));
    }

    @Test
    void tellsAnAddedFieldWithoutADefault() {
        assertThat(breaches(Compatibility.FULL_TRANSITIVE, ONE_FIELD, WITHOUT_DEFAULT))
                .contains("A.b was added without a default");
        assertThatThrownBy(() -> SchemaHistory.readAcross(
                        schema(ONE_FIELD), SchemaHistory.genericReader(schema(WITHOUT_DEFAULT))))
                .isInstanceOf(AvroTypeException.class);
    }

    @Test
    void letsOnlyNewReadersReadOldWhereOnlyThatIsPromised() {
        assertThat(breaches(Compatibility.BACKWARD_TRANSITIVE, WITHOUT_DEFAULT, ONE_FIELD))
                .isEmpty();
        assertThat(breaches(Compatibility.FULL_TRANSITIVE, WITHOUT_DEFAULT, ONE_FIELD))
                .isNotEmpty();
    }

    @Test
    void comparesAllPairsAndNotOnlyNeighbours() {
        String asText = record("{'name': 'a', 'type': 'int'}, {'name': 'b', 'type': 'string', 'default': ''}");

        assertThat(breaches(Compatibility.FULL_TRANSITIVE, WITH_DEFAULT, ONE_FIELD))
                .isEmpty();
        assertThat(breaches(Compatibility.FULL_TRANSITIVE, ONE_FIELD, asText)).isEmpty();
        assertThat(breaches(Compatibility.FULL_TRANSITIVE, WITH_DEFAULT, ONE_FIELD, asText))
                .singleElement(STRING)
                .contains("Unable to read schema");
    }

    @Test
    void looksAtTheFieldsOfNestedRecords() {
        String nested = "{'type': 'record', 'name': 'Outer', 'fields': [{'name': 'inner', 'type': %s}]}";

        assertThat(breaches(
                        Compatibility.FULL_TRANSITIVE, nested.formatted(ONE_FIELD), nested.formatted(WITHOUT_DEFAULT)))
                .contains("A.b was added without a default");
    }

    private Stream<DynamicTest> forEachReleased(Check check) {
        return ReleasedSchemas.TOPICS.stream().flatMap(topic -> {
            List<Schema> all = released.of(topic);
            return Stream.iterate(0, index -> index < all.size(), index -> index + 1)
                    .map(index ->
                            dynamicTest(topic.name() + " " + (index + 1), () -> check.accept(topic, all.get(index))));
        });
    }

    private static List<String> breaches(Compatibility level, String... schemas) {
        return new SchemaHistory(
                        Stream.of(schemas).map(SchemaCompatibilityTest::schema).toList(), level)
                .breaches();
    }

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }

    private static String record(String fields) {
        return "{'type': 'record', 'name': 'A', 'fields': [" + fields + "]}";
    }

    private interface Check {
        void accept(Topic<?, ?> topic, Schema released);
    }
}
