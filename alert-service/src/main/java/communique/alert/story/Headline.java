package communique.alert.story;

import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Statement;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/** One line for people. */
final class Headline {
    private static final int LONGEST = 160;

    private Headline() {}

    /** The article's headline, else the beginning of the first statement. */
    static String of(EnrichedArticle article, List<Statement> statements) {
        return cut(article.getTitle()
                .orElseGet(() -> statements.get(0).getText())
                .replaceAll("\\s+", " ")
                .strip());
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        return text.substring(0, words.preceding(LONGEST)).strip() + "…";
    }
}
