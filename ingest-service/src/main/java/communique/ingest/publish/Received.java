package communique.ingest.publish;

import communique.ingest.article.Rejection;

/** What became of an article that came in. */
public sealed interface Received {
    /** Kafka has it: it is new, or its content is. */
    record Accepted(String id) implements Received {}

    /** It was known already with the same content, and not sent again. */
    record Duplicate(String id) implements Received {}

    /** It cannot be taken in. */
    record Rejected(Rejection why) implements Received {}
}
