package communique.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a document that lists what the code knows, between {@code <!-- begin name -->} and {@code <!-- end name
 * -->}. {@code -Dgolden.write=true} writes it anew.
 */
public final class GeneratedSection {
    private static final boolean WRITE = Boolean.getBoolean("golden.write");

    private GeneratedSection() {}

    /**
     * What the document says.
     *
     * @param document path from the module's folder
     * @param name name of the section
     * @param actual what is written there under the switch
     */
    public static String in(Path document, String name, String actual) {
        Pattern section = Pattern.compile(
                "(<!-- begin " + Pattern.quote(name) + " -->\n)(.*?)(<!-- end " + Pattern.quote(name) + " -->)",
                Pattern.DOTALL);
        try {
            String text = Files.readString(document);
            if (WRITE) {
                text = section.matcher(text).replaceFirst("$1" + Matcher.quoteReplacement(actual) + "$3");
                Files.writeString(document, text);
            }
            Matcher found = section.matcher(text);
            if (!found.find()) {
                throw new AssertionError(document + " has no section '" + name + "'");
            }
            return found.group(2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
