package communique.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.text.PageLayout.Line;
import communique.analysis.text.PageLayout.Part;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageLayoutTest {
    private static final Boilerplate BOILERPLATE = new Boilerplate(new LexiconFiles(Optional.empty()));
    private static final String FIRST =
            "Iran's foreign ministry said on Monday that the new crossing at Milak would open in the spring.";
    private static final String SECOND =
            "Workers have been building the road since last year, and a bridge across the river is nearly done.";

    @Test
    void takesAPageApart() {
        String page = String.join(
                "\n",
                "The Daily Lamp",
                "Menu",
                "New crossing to open in the spring, says Tehran",
                "April 14, 2023",
                "Share",
                FIRST,
                SECOND,
                "Related news",
                "Something else happened elsewhere and was told at length in many words by many people.");

        assertThat(PageLayout.of(page, BOILERPLATE).lines())
                .extracting(Line::text, Line::part)
                .containsExactly(
                        tuple("The Daily Lamp", Part.PAGE),
                        tuple("Menu", Part.PAGE),
                        tuple("New crossing to open in the spring, says Tehran", Part.TITLE),
                        tuple("April 14, 2023", Part.DATE),
                        tuple("Share", Part.PAGE),
                        tuple(FIRST, Part.BODY),
                        tuple(SECOND, Part.BODY),
                        tuple("Related news", Part.PAGE),
                        tuple(
                                "Something else happened elsewhere and was told at length in many words by many people.",
                                Part.PAGE));
    }

    @Test
    void takesTheHeadlineItIsToldAndNotALongerLineBelow() {
        String title = "Iran opens a crossing";
        String page = String.join("\n", title, "The bridge across the river was years in the making", FIRST, SECOND);

        assertThat(PageLayout.of(page, Optional.of(title), BOILERPLATE).lines())
                .extracting(Line::part)
                .containsExactly(Part.TITLE, Part.BODY, Part.BODY, Part.BODY);
    }

    @Test
    void takesSentencesForSentencesWhereMarksOfDirectionFollow() {
        String row = "Rain fell.\u200f\nSnow fell.\u200e\nWind blew.\u200f\nSun shone.\u200f\nFog rose.\u200f";

        assertThat(parts("A headline\n" + FIRST + "\n" + row)).doesNotContain(Part.PAGE);
    }

    @Test
    void dropsARowOfHeadlinesInsideTheArticle() {
        String row = "Rain in the north\nSnow in the south\nWind in the west\nSun in the east\nFog at sea";

        assertThat(parts("A headline\n" + FIRST + "\n" + row + "\n" + SECOND))
                .containsExactly(
                        Part.TITLE, Part.BODY, Part.PAGE, Part.PAGE, Part.PAGE, Part.PAGE, Part.PAGE, Part.BODY);
    }

    @Test
    void goesOnAfterLinksInsideTheArticle() {
        String third =
                "دفتر خارجہ کے ترجمان نے کہا کہ سرحد پر نئی گزرگاہ بہار میں کھول دی جائے گی اور سڑک بھی تیار ہے۔";

        assertThat(parts("A headline\n" + FIRST + "\nیہ بھی پڑھیں\nسڑک کب بنے گی؟\nپل تیار ہے\n" + third))
                .containsExactly(Part.TITLE, Part.BODY, Part.PAGE, Part.PAGE, Part.PAGE, Part.BODY);
    }

    @Test
    void keepsFourShortLines() {
        assertThat(parts("A headline\n" + FIRST + "\nOne\nTwo\nThree\nFour\n" + SECOND))
                .doesNotContain(Part.PAGE);
    }

    @Test
    void dropsAParagraphThatOccursAgain() {
        assertThat(parts("A headline\n" + FIRST + "\n" + SECOND + "\n" + FIRST))
                .containsExactly(Part.TITLE, Part.BODY, Part.BODY, Part.PAGE);
    }

    @Test
    void takesALoneLineForTheArticle() {
        assertThat(parts("Share of Afghan exports grows")).containsExactly(Part.BODY);
    }

    @Test
    void keepsATextThatLooksLikeNothingButAPage() {
        assertThat(parts("Menu\nShare")).doesNotContain(Part.PAGE);
    }

    @Test
    void tellsWhereALineStands() {
        Line line = PageLayout.of("\n  " + FIRST + " \n", BOILERPLATE).lines().get(0);

        assertThat(line.start()).isEqualTo(3);
        assertThat(line.end()).isEqualTo(3 + FIRST.length());
    }

    @Test
    void readsTitleBodyAndDateOfAPage() {
        PlainPage page = PlainPage.read("A crossing will open soon\n14 April 2023\n" + FIRST + "\nShare\n" + SECOND);

        assertThat(page.title()).contains("A crossing will open soon");
        assertThat(page.published()).contains(LocalDate.of(2023, 4, 14));
        assertThat(page.body()).isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void readsAnEmptyPage() {
        assertThat(PlainPage.read("")).isEqualTo(new PlainPage(Optional.empty(), "", Optional.empty()));
    }

    private static java.util.List<Part> parts(String text) {
        return PageLayout.of(text, BOILERPLATE).lines().stream().map(Line::part).toList();
    }
}
