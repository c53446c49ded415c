package communique.alert.delivery.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import communique.alert.view.SafeText;
import java.util.List;

/**
 * One block of a Block Kit message.
 *
 * @param type header, section or context
 * @param id set on one block only: ids are unique in a message
 * @param text of a header or section
 * @param elements of a context
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Block(String type, @JsonProperty("block_id") String id, Text text, List<Text> elements) {
    /** Slack's own limits. */
    static final int MAX_HEADER = 150;

    static final int MAX_SECTION = 3000;
    static final int MAX_CONTEXT_ELEMENTS = 10;

    /**
     * A text object.
     *
     * @param type plain_text, which Slack shows as it is, or mrkdwn, for words of ours only
     * @param verbatim with mrkdwn: make no links of what looks like one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Text(String type, String text, Boolean emoji, Boolean verbatim) {
        /** Text from anywhere: shown letter by letter, so it can mention nobody and link nowhere. */
        static Text plain(String text, int max) {
            String fitting = SafeText.fit(text, max, Block::escape);
            return new Text("plain_text", fitting.isEmpty() ? "…" : fitting, false, null);
        }

        /** Text made of our own words, with Slack's mark-up in it. */
        static Text markup(String text) {
            return new Text("mrkdwn", text, null, true);
        }
    }

    static Block header(String id, String text) {
        return new Block("header", id, Text.plain(text, MAX_HEADER), null);
    }

    static Block section(String text, int max) {
        return new Block("section", null, Text.plain(text, Math.min(max, MAX_SECTION)), null);
    }

    static Block context(Text... elements) {
        return new Block("context", null, null, List.of(elements));
    }

    /** Slack's three escapes, and no others: it shows any other entity as it is written. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
