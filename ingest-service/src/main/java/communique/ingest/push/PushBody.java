package communique.ingest.push;

import com.fasterxml.jackson.databind.JsonNode;
import communique.ingest.article.ArticleJson;
import communique.ingest.article.Lines;
import communique.ingest.article.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the body of a push apart into the articles it holds. */
final class PushBody {
    private PushBody() {}

    /**
     * One article as it was sent.
     *
     * @param pointer where it stands in the body: empty for the only one, else a slash and its index
     * @param json the JSON there
     */
    record Sent(String pointer, Verdict<JsonNode> json) {}

    /** The articles of a JSON object or array. */
    static List<Sent> json(byte[] body) {
        return ArticleJson.parse(body)
                .either(
                        node -> node.isArray() ? elements(node) : List.of(new Sent("", Verdict.fit(node))),
                        why -> List.of(new Sent("", new Verdict.Unfit<>(why))));
    }

    /** The articles of NDJSON, one a line. */
    static List<Sent> lines(byte[] body) {
        try {
            List<Sent> sent = new ArrayList<>();
            Lines lines = new Lines(new ByteArrayInputStream(body));
            for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                sent.add(new Sent("/" + sent.size(), line.get().json()));
            }
            return sent;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private static List<Sent> elements(JsonNode array) {
        List<Sent> sent = new ArrayList<>();
        array.forEach(node -> sent.add(new Sent("/" + sent.size(), Verdict.fit(node))));
        return sent;
    }
}
