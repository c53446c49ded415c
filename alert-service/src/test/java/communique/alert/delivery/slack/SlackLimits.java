package communique.alert.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Slack takes, written down apart from what we send. */
final class SlackLimits {
    private static final int BLOCKS = 50;
    private static final int ALL_TEXT = 12_000;
    private static final Pattern ENTITY_OR_SPECIAL = Pattern.compile("&(amp|lt|gt);|[&<>]");
    private static final Pattern OUR_MARKUP = Pattern.compile(
            "<!date\\^\\d+\\^[^<>^|]+\\|[0-9TZ:-]+>|<https?://[^<>|\\s]+\\|(Evidence and history|[^<>|\\s]+)>");

    private SlackLimits() {}

    static void check(JsonNode message) {
        assertThat(message.get("text").asText()).isNotEmpty();
        assertOnlyEntities(message.get("text").asText());
        assertThat(message.get("parse").asText()).isEqualTo("none");
        JsonNode blocks = message.get("blocks");
        assertThat(blocks).hasSizeBetween(1, BLOCKS);
        Set<String> ids = new HashSet<>();
        int length = message.get("text").asText().length();
        for (JsonNode block : blocks) {
            length += checkBlock(block);
            if (block.has("block_id")) {
                assertThat(block.get("block_id").asText()).hasSizeBetween(1, 255);
                assertThat(ids.add(block.get("block_id").asText())).isTrue();
            }
        }
        assertThat(length).isLessThanOrEqualTo(ALL_TEXT);
    }

    private static int checkBlock(JsonNode block) {
        return switch (block.get("type").asText()) {
            case "header" -> {
                assertThat(block.at("/text/type").asText()).isEqualTo("plain_text");
                yield checkText(block.get("text"), 150);
            }
            case "section" -> checkText(block.get("text"), 3000);
            case "context" -> {
                assertThat(block.get("elements")).hasSizeBetween(1, 10);
                int length = 0;
                for (JsonNode element : block.get("elements")) {
                    length += checkText(element, 3000);
                }
                yield length;
            }
            default -> throw new AssertionError("unexpected block " + block);
        };
    }

    private static int checkText(JsonNode text, int max) {
        String value = text.get("text").asText();
        assertThat(value).hasSizeBetween(1, max);
        assertThat(value).doesNotContainPattern("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]");
        switch (text.get("type").asText()) {
            case "plain_text" -> {
                assertThat(text.has("verbatim")).isFalse();
                assertOnlyEntities(value);
            }
            case "mrkdwn" -> {
                assertThat(text.get("verbatim").asBoolean()).isTrue();
                assertOnlyEntities(OUR_MARKUP.matcher(value).replaceAll(""));
            }
            default -> throw new AssertionError("unexpected text " + text);
        }
        return value.length();
    }

    /** No bare {@code <}, {@code >} or {@code &}, and so no mention and no link. */
    private static void assertOnlyEntities(String value) {
        Matcher found = ENTITY_OR_SPECIAL.matcher(value);
        while (found.find()) {
            assertThat(found.group()).as("in %s", value).startsWith("&").endsWith(";");
        }
    }
}
