package communique.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaLintTest {
    static List<Topic<?, ?>> topics() {
        return ReleasedSchemas.TOPICS;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void findsNothingWrongInTheContract(Topic<?, ?> topic) {
        assertThat(SchemaLint.complaintsAbout(topic.schema())).isEmpty();
    }

    @Test
    void asksForDocsOfRecordsAndFields() {
        assertThat(complaints("{'type': 'record', 'name': 'A', 'fields': [{'name': 'b', 'type': 'int'}]}"))
                .containsExactly("A has no doc", "A.b has no doc");
    }

    @Test
    void asksEnumsForADefaultAndAnExplanationOfEverySymbol() {
        assertThat(complaints("{'type': 'enum', 'name': 'A', 'doc': 'X: one thing.', 'symbols': ['X', 'Y']}"))
                .containsExactly("A has no default: older readers fail on a new symbol", "A does not explain Y");
    }

    @Test
    void looksIntoArraysMapsAndOptionalFields() {
        String nested = "{'type': 'record', 'name': '%s', 'fields': []}";

        assertThat(complaints(record("'type': {'type': 'array', 'items': " + nested.formatted("B") + "}")))
                .containsExactly("B has no doc");
        assertThat(complaints(record("'type': {'type': 'map', 'values': " + nested.formatted("C") + "}")))
                .containsExactly("C has no doc");
        assertThat(complaints(record("'type': ['null', " + nested.formatted("D") + "], 'default': null")))
                .containsExactly("D has no doc");
    }

    @Test
    void asksOptionalFieldsForANullDefault() {
        assertThat(complaints(record("'type': ['null', 'string']")))
                .singleElement(STRING)
                .contains("null comes first");
        assertThat(complaints(record("'type': ['string', 'null'], 'default': ''")))
                .singleElement(STRING)
                .contains("null comes first");
    }

    @Test
    void asksTimesForALogicalType() {
        assertThat(complaints(record("'type': 'long'"))).singleElement(STRING).contains("plain long");
        assertThat(complaints(record("'type': ['null', 'long'], 'default': null")))
                .singleElement(STRING)
                .contains("plain long");
        assertThat(complaints(record("'type': {'type': 'long', 'logicalType': 'timestamp-millis'}")))
                .isEmpty();
    }

    private static String record(String field) {
        return "{'type': 'record', 'name': 'A', 'doc': 'A.', 'fields': [{'name': 'b', 'doc': 'B.', " + field + "}]}";
    }

    private static List<String> complaints(String json) {
        return SchemaLint.complaintsAbout(new Schema.Parser().parse(json.replace('\'', '"')));
    }
}
