package communique.alert.route;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import communique.schemas.v1.Alert;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One thing an alert must be like, written as Alertmanager writes it: {@code severity=urgent}, {@code topic!="trade"},
 * {@code speaker=~"CN|RU"}, {@code source!~"blog-.*"}. A label with several values is equal to a text where one of them
 * is, and unequal where none is; a label without values has the empty text. A pattern must match a whole value.
 */
public final class Matcher {
    private static final Pattern FORM =
            Pattern.compile("\\s*([a-z]+)\\s*(=~|!~|!=|=)\\s*(\"([^\"]*)\"|(?![=~])[^\"]*?)\\s*");
    private static final int LONGEST = 300;

    private final String text;
    private final String label;
    private final boolean negative;
    private final Pattern pattern;

    private Matcher(String text, String label, boolean negative, Pattern pattern) {
        this.text = text;
        this.label = label;
        this.negative = negative;
        this.pattern = pattern;
    }

    /**
     * Reads a matcher.
     *
     * @throws IllegalArgumentException telling what is wrong with it
     */
    @JsonCreator
    public static Matcher of(String text) {
        java.util.regex.Matcher form = FORM.matcher(text);
        if (!form.matches() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no matcher; write such as severity=urgent or topic=~\"trade.*|military\"");
        }
        Labels.check(List.of(form.group(1)));
        String value = form.group(4) == null ? form.group(3) : form.group(4);
        String operator = form.group(2);
        return new Matcher(text.strip(), form.group(1), operator.startsWith("!"), pattern(operator, value));
    }

    private static Pattern pattern(String operator, String value) {
        try {
            return Pattern.compile(operator.endsWith("~") ? value : Pattern.quote(value));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + value + "' is no regular expression: " + e.getDescription(), e);
        }
    }

    /** Whether an alert is like this. */
    public boolean matches(Alert alert) {
        List<String> values = Labels.of(alert, label);
        boolean found = (values.isEmpty() ? List.of("") : values)
                .stream().anyMatch(value -> pattern.matcher(value).matches());
        return found != negative;
    }

    /** The label it asks for. */
    public String label() {
        return label;
    }

    /** Whether it names one of some values, whatever it says of them. */
    public boolean names(Collection<String> values) {
        return values.stream().anyMatch(value -> pattern.matcher(value).matches());
    }

    /** As it was written. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matcher matcher && matcher.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
