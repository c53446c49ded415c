package communique.analysis.text;

import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.text.PageLayout.Line;
import communique.analysis.text.PageLayout.Part;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A web page saved as plain text, taken apart: what is left of such a page when its markup is gone holds the article
 * and the page around it alike (navigation, comment forms, lists of other stories), and says nowhere which is which.
 *
 * @param title the headline
 * @param body the article's own paragraphs, separated by a blank line, without the headline
 * @param published the date the page gives for itself
 */
public record PlainPage(Optional<String> title, String body, Optional<LocalDate> published) {
    private static final Boilerplate BOILERPLATE = new Boilerplate(new LexiconFiles(Optional.empty()));

    /** Takes a page apart; whatever the text, some page comes out. */
    public static PlainPage read(String text) {
        List<Line> lines = PageLayout.of(text, BOILERPLATE).lines();
        return new PlainPage(
                lines.stream()
                        .filter(line -> line.part() == Part.TITLE)
                        .map(Line::text)
                        .findFirst(),
                lines.stream()
                        .filter(line -> line.part() == Part.BODY)
                        .map(Line::text)
                        .collect(Collectors.joining("\n\n")),
                lines.stream()
                        .filter(line -> line.part() == Part.DATE)
                        .flatMap(line -> DateLine.read(line.text()).flatMap(DateLine::date).stream())
                        .findFirst());
    }
}
