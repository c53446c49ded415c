package communique.alert.delivery.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.alert.SampleAlerts;
import communique.alert.delivery.HttpChannelContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsChannelTest extends HttpChannelContract {
    @Override
    protected String typed() {
        return "type: teams\n";
    }

    @Test
    void postsACardWhoseTextsAreNoMarkUp() throws Exception {
        open(yaml()).send(message(1, SampleAlerts.joint("x1").build()));

        JsonNode card = new ObjectMapper().readTree(received()).at("/attachments/0/content");
        assertThat(card.get("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.at("/body/0/inlines/0/text").asText())
                .isEqualTo("Russia and Iran ask Kabul to form a government of all groups");
        assertThat(card.get("body")).allSatisfy(block -> {
            assertThat(block.get("type").asText()).isEqualTo("RichTextBlock");
            assertThat(block.at("/inlines/0/type").asText()).isEqualTo("TextRun");
        });
        assertThat(card.at("/actions/0/url").asText()).isEqualTo("https://courier.example/a1?x=1&y=2");
        assertThat(card.at("/actions/0/title").asText()).isEqualTo("Courier (courier.example)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ا", "漢", "😀", "\"", "<at>everyone</at> **bold** [a](https://evil.example) "})
    void staysFarBelowWhatTeamsTakes(String text) throws Exception {
        open(yaml()).send(message(1, SampleAlerts.hostile(text.repeat(100_000 / text.length()))));

        assertThat(received().getBytes(StandardCharsets.UTF_8).length).isLessThan(20_000);
    }

    @Test
    void keepsToThePaceOfTeams() {
        assertThat(config(yaml()).pace()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void saysThatAMessageMayBeARepeat() throws Exception {
        open(yaml()).send(message(3, SampleAlerts.joint("x1").build()));

        assertThat(received()).contains("attempt 3, may be a repeat");
    }

    @Test
    void saysHowManyStatementsItLeavesOut() throws Exception {
        var alert = SampleAlerts.joint("x1");
        alert.setStatements(Collections.nCopies(9, alert.getStatements().get(0)));

        open(yaml()).send(message(1, alert.build()));

        assertThat(received()).contains("and 4 more statements");
    }
}
