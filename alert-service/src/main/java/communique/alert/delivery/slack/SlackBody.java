package communique.alert.delivery.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.template.Template;
import communique.alert.view.PageLink;
import communique.alert.view.SafeText;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is posted: a message in our shape, or in the operator's where Slack takes it.
 *
 * @param template the operator's
 * @param page where a message leads people
 */
record SlackBody(Optional<Template> template, PageLink page) {
    /** Slack's own limits. */
    private static final int MAX_BLOCKS = 50;

    private static final int MAX_ALL = 12_000;
    private static final int MAX_ELEMENTS = 10;
    private static final int MAX_VALUE = 600;

    /** Slack has no escape for what formats; these look alike and format nothing. */
    private static final Map<Character, Character> LOOKALIKES =
            Map.of('*', '\u2217', '_', '\u02CD', '~', '\u223C', '`', '\u02CB');

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** With a template from a file. */
    static SlackBody of(String channel, Optional<Path> template, PageLink page) {
        return new SlackBody(
                template.map(file -> Template.read(channel, file, SlackBody::harmless, SlackBody::isAcceptable)), page);
    }

    ObjectNode of(Message message) {
        return template.flatMap(own -> own.make(message))
                .map(SlackBody::withoutParsing)
                .orElseGet(() -> MAPPER.valueToTree(SlackMessage.of(message, page)));
    }

    static byte[] bytes(ObjectNode body) {
        try {
            return MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names and addresses in the text of an operator's message stay what they are, as in ours. */
    private static ObjectNode withoutParsing(ObjectNode made) {
        return made.put("parse", "none").put("unfurl_links", false).put("unfurl_media", false);
    }

    /** A text from outside that mentions nobody, links nowhere and formats nothing, in mrkdwn too. */
    static String harmless(String text) {
        return SafeText.fit(text, MAX_VALUE, SlackBody::harmlessCharacter);
    }

    private static String harmlessCharacter(String grapheme) {
        String plain = grapheme.length() == 1
                ? String.valueOf(LOOKALIKES.getOrDefault(grapheme.charAt(0), grapheme.charAt(0)))
                : grapheme;
        return Block.escape(plain);
    }

    /** Whether Slack would take it, as far as its limits go. */
    private static boolean isAcceptable(ObjectNode made) {
        JsonNode blocks = made.path("blocks");
        boolean says =
                made.path("text").isTextual() && !made.path("text").asText().isBlank();
        return says
                && made.toString().length() <= MAX_ALL
                && blocks.size() <= MAX_BLOCKS
                && blocks.valueStream().allMatch(SlackBody::fits);
    }

    private static boolean fits(JsonNode block) {
        String text = block.path("text").path("text").asText("x");
        int max = block.path("type").asText().equals("header") ? Block.MAX_HEADER : Block.MAX_SECTION;
        return !text.isEmpty()
                && text.length() <= max
                && block.path("elements").size() <= MAX_ELEMENTS
                && block.path("elements")
                        .valueStream()
                        .noneMatch(element -> element.path("text").asText("x").isEmpty());
    }
}
