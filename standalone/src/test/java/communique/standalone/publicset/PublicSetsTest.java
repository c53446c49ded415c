package communique.standalone.publicset;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Analyzer;
import communique.standalone.evaluate.Figure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PublicSetsTest {
    private static final Analyzer ANALYZER = new Analyzer(Optional.empty());

    private static final String REUTERS = """
            <!DOCTYPE lewis SYSTEM "lewis.dtd">
            <REUTERS TOPICS="NO" OLDID="1" NEWID="7">
            <DATE> 1-JUN-1987 10:00:00.00</DATE>
            <PLACES><D>ussr</D><D>kenya</D></PLACES>
            <TEXT>&#2;
            <TITLE>SOVIET TEA BUYERS IN &lt;TEA></TITLE>
            <AUTHOR>    By A. Writer, Reuters</AUTHOR>
            <DATELINE>    NAIROBI, June 1 - </DATELINE><BODY>Buyers came for
            tea &amp; coffee.
                They left.
             Reuter
            &#3;</BODY></TEXT>
            </REUTERS>
            """;

    @TempDir
    private Path folder;

    private final SetReport report = new SetReport();

    @Test
    void readsHeadlineDatelineAndUnfoldedParagraphsOfAReutersReport() {
        ReutersPlaces.Report one = ReutersPlaces.reports(REUTERS).get(0);

        assertThat(one.id()).isEqualTo("7");
        assertThat(one.places()).containsExactly("ussr", "kenya");
        assertThat(one.text())
                .startsWith("SOVIET TEA BUYERS IN <TEA>\n\nNAIROBI, June 1 - Buyers came for tea & coffee.\nThey left.")
                .doesNotContain("Writer");
    }

    @Test
    void comparesCountriesWithThePlacesOfTheEditors() throws IOException {
        write("reuters/reut2-000.sgm", REUTERS.replace("<D>kenya</D>", "<D>chile</D>"));

        new ReutersPlaces().measure(folder.resolve("reuters"), ANALYZER, report);

        Figure countries = report.figures.get("main countries of a report");
        assertThat(countries.labelled()).isEqualTo(2);
        assertThat(countries.recall()).isEqualTo(0.5);
        assertThat(report.missesByKind())
                .containsEntry("labelled, not found in the text", 1L)
                .containsEntry("main, not labelled", 1L);
    }

    @Test
    void asksWhetherTheCountryOfAnArticleIsTheFirst() throws IOException {
        write("cliff/one.json", """
                [{"handCodedCountryCode": "KE", "mediacloudId": "1", "text": "Kenya sells tea to Peru. Kenyans like it."},
                 {"handCodedCountryCode": "PE", "mediacloudId": "2", "text": "Kenya sells tea to Peru. Kenyans like it."},
                 {"handCodedCountryCode": "", "mediacloudId": "3", "text": "No place."}]
                """);

        new CliffFocus().measure(folder.resolve("cliff"), ANALYZER, report);

        assertThat(report.figures.get("among the main countries").recall()).isEqualTo(1);
        assertThat(report.figures.get("the first of them").recall()).isEqualTo(0.5);
        assertThat(report.misses()).extracting(SetReport.Miss::item).containsExactly("one.json:2");
    }

    @Test
    void comparesTheCountriesOfSentencesWithThoseOfTheirTranslations() throws IOException {
        write("ntrex/newstest2019-src.eng.txt", "Kenya sells tea.\nIt rained.\n");
        for (String language : NtrexAgreement.TRANSLATIONS) {
            write("ntrex/newstest2019-ref." + language + ".txt", "Kenya sells tea.\nIt rained.\n");
        }
        write("ntrex/newstest2019-ref.rus.txt", "Кения продаёт чай.\nВ Чили шёл дождь.\n");

        new NtrexAgreement().measure(folder.resolve("ntrex"), ANALYZER, report);

        Figure russian = report.figures.get("rus as in English");
        assertThat(russian.recall()).isEqualTo(1);
        assertThat(russian.precision()).isEqualTo(0.5);
        assertThat(report.missesByKind()).containsOnly(Map.entry("only in rus", 1L));
    }

    @Test
    void saysWhichSetIsMissing() {
        StringWriter err = new StringWriter();

        int exit = new CommandLine(new PublicSetsCommand())
                .setErr(new PrintWriter(err, true))
                .execute(folder.toString(), "cliff");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("cliff", "docs/accuracy.md");
    }

    @Test
    void refusesASetItDoesNotKnow() {
        StringWriter err = new StringWriter();

        int exit = new CommandLine(new PublicSetsCommand())
                .setErr(new PrintWriter(err, true))
                .execute(folder.toString(), "clif");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("no set 'clif'", "cliff");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
