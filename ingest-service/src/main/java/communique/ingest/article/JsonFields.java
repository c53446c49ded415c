package communique.ingest.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the fields of a JSON object and remembers the first whose value it could not read. Blank is as good as absent.
 */
final class JsonFields {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int LONGEST_SHOWN = 80;

    private final JsonNode object;
    private final String pointer;
    private final JsonFields root;
    private Rejection problem;

    JsonFields(JsonNode object) {
        this.object = object;
        this.pointer = "";
        this.root = this;
    }

    private JsonFields(JsonNode object, String pointer, JsonFields root) {
        this.object = object;
        this.pointer = pointer;
        this.root = root;
    }

    /** The first field that could not be read. */
    Optional<Rejection> problem() {
        return Optional.ofNullable(root.problem);
    }

    /** The fields of a field that is an object or a name; none where it is a name. */
    JsonFields object(String name) {
        read("a name or an object", value -> Optional.of(value).filter(any -> any.isTextual() || any.isObject()), name);
        return new JsonFields(object.path(name), pointer + "/" + name, root);
    }

    boolean isText(String name) {
        return object.path(name).isTextual();
    }

    Optional<String> text(String... names) {
        return read("a text", JsonFields::textOf, names).filter(text -> !text.isEmpty());
    }

    /** One of a few words, in lower case, however they are spelled. */
    Optional<String> word(String name, List<String> words) {
        return read(
                        "one of " + String.join(", ", words),
                        value -> textOf(value)
                                .map(text -> text.toLowerCase(Locale.ROOT))
                                .filter(text -> text.isEmpty() || words.contains(text)),
                        name)
                .filter(text -> !text.isEmpty());
    }

    Optional<String> url(String... names) {
        return read(
                        "an absolute web address",
                        value -> textOf(value)
                                .filter(text ->
                                        text.isEmpty() || CanonicalUrl.of(text).isPresent()),
                        names)
                .filter(text -> !text.isEmpty());
    }

    Optional<Instant> date(String... names) {
        return read(
                "a time such as 2026-01-31T12:00:00Z", value -> textOf(value).flatMap(DateText::parse), names);
    }

    Optional<String> country(String... names) {
        return read(
                "a country by ISO 3166-1 alpha-2",
                value -> textOf(value).filter(text -> COUNTRY.matcher(text).matches()),
                names);
    }

    Optional<Boolean> flag(String... names) {
        return read(
                "true or false",
                value -> value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty(),
                names);
    }

    private <T> Optional<T> read(String wanted, Function<JsonNode, Optional<T>> reader, String... names) {
        for (String name : names) {
            JsonNode value = object.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                Optional<T> read = reader.apply(value);
                if (read.isEmpty()) {
                    note(name, wanted, value);
                }
                return read;
            }
        }
        return Optional.empty();
    }

    private void note(String name, String wanted, JsonNode value) {
        if (root.problem == null) {
            String shown = value.toString();
            String cut = shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown;
            root.problem = new Rejection(
                    RejectionReason.INVALID_FIELD, name + " is " + wanted + ", not " + cut, pointer + "/" + name);
        }
    }

    private static Optional<String> textOf(JsonNode value) {
        return value.isTextual() ? Optional.of(value.textValue().strip()) : Optional.empty();
    }
}
