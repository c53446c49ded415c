package communique.alert.delivery.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import communique.alert.SampleAlerts;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.channel.Notice;
import communique.kit.config.InvalidConfigException;
import communique.schemas.v1.Alert;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final String SHAPE = """
            # what our ticket system takes
            title: '{{alert.who}} on {{alert.whom}}: {{alert.headline}}'
            priority: 2
            urgent: false
            body: |
              {{#alert.statements}}
              - {{text}} ({{person}})
              {{/alert.statements}}
              {{#more}}and {{more}} more{{/more}}
            tags: ['{{alert.rule}}', fixed]
            """;

    @TempDir
    Path folder;

    @Test
    void putsAnAlertIntoTheShape() throws Exception {
        ObjectNode made =
                template(SHAPE).make(message(SampleAlerts.joint("x1").build())).orElseThrow();

        assertThat(made.get("title").asText())
                .isEqualTo(
                        "Russia and Iran on Afghanistan: Russia and Iran ask Kabul to form a government of all groups");
        assertThat(made.get("priority").asInt()).isEqualTo(2);
        assertThat(made.get("urgent").isBoolean()).isTrue();
        assertThat(made.get("body").asText())
                .contains("- “Trade will follow,” Samarin said. (Viktor Samarin)")
                .doesNotContain("more");
        assertThat(made.get("tags")).hasSize(2);
    }

    @Test
    void isWrittenInJsonAsWell() throws Exception {
        Template template = template("{\"text\": \"{{alert.id}}\"}");

        assertThat(template.make(message(SampleAlerts.joint("x1").build())).orElseThrow())
                .hasToString("{\"text\":\"x1\"}");
    }

    @Test
    void makesADocumentThatParsesOfAnyTextWhatever() throws Exception {
        Template template = template(SHAPE);
        Random random = new Random(5);
        String signs = "\"\\{}[],:\n\u0000\uD800<>&'`{{#x}}{{/x}}{{{alert}}}a سلام";

        for (int i = 0; i < 1_000; i++) {
            String text = random.ints(random.nextInt(40), 0, signs.length())
                    .mapToObj(at -> signs.substring(at, at + 1))
                    .collect(Collectors.joining());
            ObjectNode made = template.make(message(SampleAlerts.hostile(text))).orElseThrow();

            assertThat(new ObjectMapper().readTree(made.toString()).get("title").asText())
                    .isEqualTo("Russia and Iran on Afghanistan: " + text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'title: ok\ntext: \"{{alert.headlin}}\"' | line 2: | headlin",
                "'title: ok\n\ntext: \"{{#alert.statements}}x\"' | line 3: | statements",
                "'text: \"{{alert.statements.0.nothing}}\"' | line 1: | nothing",
                "'text: \"{{alert.headline.class.name}}\"' | line 1: | class",
                "'text: \"{{> other}}\"' | line 1: | loading",
                "'text: [1, 2' | line 1: | flow sequence",
                "'a: 1\na: 2' | line 2: | uplicate",
                "'- a list' | line 1: | mapping",
                "'' | line 1: | empty"
            })
    void failsAtTheStartNamingFileAndLine(String text, String line, String what) {
        assertThatThrownBy(() -> template(text.replace("\\n", "\n")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("channel desk")
                .hasMessageContaining("shape.yaml " + line)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"template-ticket.yaml", "template-slack.yaml"})
    void readsTheExamplesOfTheDocumentation(String example) {
        Path file = Path.of("..", "docs", "examples", example);

        assertThat(Template.read("desk", file, text -> text, made -> true)
                        .make(message(SampleAlerts.joint("x1").build()))
                        .orElseThrow()
                        .toString())
                .contains("Russia and Iran on Afghanistan", "“Trade will follow,” Samarin said.");
    }

    @Test
    void namesAFileThatIsMissing() {
        assertThatThrownBy(() -> Template.read("desk", folder.resolve("no.yaml"), text -> text, made -> true))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("no.yaml");
    }

    @Test
    void leavesAMessageItFailsWithToTheChannelsOwnShape() throws Exception {
        Template template = template("text: '{{alert.statements.0.text}}'");
        Alert one = SampleAlerts.joint("x1").setStatements(List.of()).build();

        assertThat(template.make(message(one))).isEmpty();
        assertThat(template.make(message(SampleAlerts.joint("x2").build()))).isPresent();
    }

    @Test
    void leavesToTheChannelWhatTheReceiverWouldNotTake() throws Exception {
        Path file = Files.writeString(folder.resolve("shape.yaml"), "text: '{{alert.headline}}'");
        Template template = Template.read(
                "desk", file, text -> text, made -> made.get("text").asText().length() < 100);

        assertThat(template.make(message(
                        SampleAlerts.joint("x1").setHeadline("x".repeat(100)).build())))
                .isEmpty();
    }

    @Test
    void leavesNoticesAsTheyAre() throws Exception {
        Message notice = Message.of("msg_1", 1, Instant.EPOCH, new Notice("A title", List.of(), Instant.EPOCH));

        assertThat(template(SHAPE).make(notice)).isEmpty();
    }

    private Template template(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("shape.yaml"), text);
        return Template.read("desk", file, value -> value, made -> true);
    }

    private static Message message(Alert alert) {
        return new Message(1, Instant.EPOCH, alert);
    }
}
