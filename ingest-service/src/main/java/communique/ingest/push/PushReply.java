package communique.ingest.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import communique.ingest.article.Rejection;
import communique.ingest.publish.Received;
import java.util.List;

/**
 * The answer to a push.
 *
 * @param items what became of each article, in the order they were sent
 */
record PushReply(@JsonProperty("items") List<Item> items) {
    private static final String ACCEPTED = "accepted";
    private static final String DUPLICATE = "duplicate";
    private static final String REJECTED = "rejected";
    private static final String FAILED = "failed";

    /**
     * What became of one article.
     *
     * @param status accepted, duplicate, rejected; failed where Kafka did not take it: it should be sent again
     * @param id its id, where it has one
     * @param reason why it was rejected
     * @param pointer JSON pointer to what is wrong, in the body as it was sent
     * @param detail a sentence for people
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @JsonProperty("status") String status,
            @JsonProperty("id") String id,
            @JsonProperty("reason") String reason,
            @JsonProperty("pointer") String pointer,
            @JsonProperty("detail") String detail) {

        static Item of(Received received, String pointer) {
            if (received instanceof Received.Accepted accepted) {
                return new Item(ACCEPTED, accepted.id(), null, null, null);
            }
            if (received instanceof Received.Duplicate duplicate) {
                return new Item(DUPLICATE, duplicate.id(), null, null, null);
            }
            Rejection why = ((Received.Rejected) received).why();
            return new Item(REJECTED, null, why.reason().tag(), pointer + why.pointer(), why.detail());
        }

        static Item failed(String detail) {
            return new Item(FAILED, null, null, null, detail);
        }
    }

    /** The status of the answer as a whole. */
    int status() {
        if (has(FAILED)) {
            return 503;
        }
        if (!has(REJECTED)) {
            return 202;
        }
        return has(ACCEPTED) || has(DUPLICATE) ? 207 : 400;
    }

    private boolean has(String status) {
        return items.stream().anyMatch(item -> item.status().equals(status));
    }
}
