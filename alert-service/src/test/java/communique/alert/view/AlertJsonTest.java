package communique.alert.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.alert.SampleAlerts;
import communique.schemas.v1.Speaker;
import communique.testkit.Records;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertJsonTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void hasTheFieldsThatConsumersWereToldOfInTheirOrder() throws Exception {
        JsonNode json = json(SampleAlerts.joint("x1").build());

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "revision",
                        "kind",
                        "rule",
                        "severity",
                        "speakers",
                        "about",
                        "headline",
                        "statements",
                        "topics",
                        "sources",
                        "published",
                        "updated",
                        "storyId",
                        "novelty",
                        "noveltyReason",
                        "confidence");
        assertThat(json.at("/statements/0").fieldNames())
                .toIterable()
                .containsExactly(
                        "text",
                        "speakers",
                        "person",
                        "office",
                        "act",
                        "start",
                        "end",
                        "articleId",
                        "confidence",
                        "rules",
                        "topics",
                        "about",
                        "cue");
        assertThat(json.at("/sources/0").fieldNames())
                .toIterable()
                .containsExactly("articleId", "url", "title", "source", "language", "published");
    }

    @Test
    void writesTimesInUtcAndCodesAsTheyAre() throws Exception {
        JsonNode json = json(SampleAlerts.joint("x1").build());

        assertThat(json.get("published").asText()).isEqualTo("2026-03-04T12:00:00Z");
        assertThat(json.get("updated").asText()).isEqualTo("2026-03-04T12:10:00Z");
        assertThat(json.get("kind").asText()).isEqualTo("NEW");
        assertThat(json.at("/statements/0/act").asText()).isEqualTo("URGE");
        assertThat(json.at("/sources/0/source").asText()).isEqualTo("Courier");
    }

    @Test
    void namesEveryPersonOfAJointStatementAndTheirOfficeOnce() throws Exception {
        JsonNode statement = json(SampleAlerts.joint("x1").build()).at("/statements/0");

        assertThat(statement.get("speakers")).extracting(JsonNode::asText).containsExactly("RU", "IR");
        assertThat(statement.get("person").asText()).isEqualTo("Viktor Samarin, Reza Danesh");
        assertThat(statement.get("office").asText()).isEqualTo("foreign-minister");
    }

    @Test
    void writesWhatIsUnknownAsNull() throws Exception {
        var alert = Records.alert("x1", "a1")
                .setStatements(List.of(Records.statement("a1")
                        .setSpeakers(List.of(new Speaker("CN", null, null)))
                        .build()))
                .setSources(List.of(Records.articleRef("a1")
                        .setUrl(null)
                        .setTitle(null)
                        .setLanguage(null)
                        .build()))
                .build();

        JsonNode json = json(alert);

        assertThat(json.at("/statements/0/person").isNull()).isTrue();
        assertThat(json.at("/statements/0/office").isNull()).isTrue();
        assertThat(json.at("/sources/0/url").isNull()).isTrue();
        assertThat(json.at("/sources/0/title").isNull()).isTrue();
        assertThat(json.at("/sources/0/language").isNull()).isTrue();
    }

    @Test
    void isOneLineWhateverIsInIt() {
        String text = AlertJson.of(SampleAlerts.hostile("two\nlines \u2028 and \uD800 half a character"))
                .text();

        assertThat(text).doesNotContain("\n", "\r");
    }

    private JsonNode json(communique.schemas.v1.Alert alert) throws Exception {
        return mapper.readTree(AlertJson.of(alert).text());
    }
}
