package communique.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.novelty.NoveltyJudge;
import communique.analysis.novelty.NoveltyJudge.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs of reports of our own writing, and whether they tell one story. */
class SameStoryTest {
    private static final Analyzer ANALYZER = new Analyzer(Optional.empty());
    private static final Map<String, LabelledText> REPORTS =
            LabelledText.read(Path.of("src", "test", "resources", "communique", "analysis", "own", "stories.jsonl"))
                    .stream()
                    .collect(Collectors.toMap(LabelledText::id, Function.identity()));

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            a rewrite in other words on the same day                             | flood-en             | flood-en-2           | same
            a short post and the report                                          | flood-post           | flood-en             | same
            a translation into Chinese                                           | flood-en             | flood-zh             | same
            a translation into Russian                                           | flood-en-2           | flood-ru             | same
            a translation into Persian                                           | flood-en             | flood-fa             | same
            a translation into Urdu                                              | flood-en             | flood-ur             | same
            two translations of one report                                       | flood-zh             | flood-ru             | same
            two translations of one report, neither English                      | flood-fa             | flood-ur             | same
            the toll has risen                                                   | flood-en-2           | flood-toll           | new
            the toll has risen, told in another language                         | flood-zh             | flood-toll           | new
            the same speaker and words of sympathy after another disaster        | flood-en             | quake-en             | new
            two calls of one minister on one day                                 | call-tr              | call-in              | new
            one call told in two languages                                       | call-tr              | call-tr-ru           | same
            a call with another country, told in another language                | call-in              | call-tr-ru           | new
            talks in a city and a post that names their format                   | moscow-talks         | moscow-post          | same
            talks told in Persian                                                | moscow-talks         | moscow-fa            | same
            the talks of another year in the same words                          | moscow-talks         | moscow-talks-year    | new
            the same envoy on another matter on the same day                     | moscow-talks         | kabulov-rail         | new
            fighting told in Urdu                                                | khan-border          | khan-border-ur       | same
            fighting told in Pashto                                              | khan-border          | khan-border-ps       | same
            fighting with more dead on the next day                              | khan-border          | khan-border-later    | new
            a neighbour's appeal is not the fighting it is about                 | khan-border          | iran-call-restraint  | new
            two neighbours' appeals on the same day                              | iran-call-restraint  | china-call-restraint | new
            an offer told again on the next day                                  | iran-call-restraint  | iran-restraint-2     | same
            a warning told in Persian                                            | water-en             | water-fa             | same
            a warning told in Chinese on the next day                            | water-en             | water-zh             | same
            a short report and a long one that begins with it                    | water-en             | water-long           | same
            another minister on another matter on the same day                   | water-fa             | refugees-fa          | new
            old words recalled weeks later                                       | water-en             | recall               | new
            an attack told in two languages                                      | embassy-zh           | embassy-en           | same
            a condemnation told in Russian                                       | embassy-en-ru        | embassy-ru-pk        | same
            two attacks on foreigners in one city, days apart                    | embassy-en           | embassy-en-ru        | new
            two visits whose days are unknown                                    | undated-visit-1      | undated-visit-2      | new
            a statement told on word for word, days unknown                      | undated-quote        | undated-quote-later  | same
            """)
    void tellsOneStoryFromAnother(String why, String earlier, String later, String expected) {
        Verdict verdict = verdict(REPORTS.get(earlier), REPORTS.get(later));

        assertThat(verdict.same()).as(why + ": " + verdict.reason()).isEqualTo(expected.equals("same"));
        assertThat(verdict.reason()).isNotBlank();
    }

    private static Verdict verdict(LabelledText earlier, LabelledText later) {
        return NoveltyJudge.sameStory(
                print(later).story(), day(later), print(earlier).story(), day(earlier));
    }

    private static ArticlePrint print(LabelledText report) {
        Document document =
                new Document(Optional.empty(), report.text(), day(report), Optional.empty(), Optional.empty(), false);
        return ANALYZER.fingerprint(document, ANALYZER.analyze(document).statements());
    }

    private static Optional<LocalDate> day(LabelledText report) {
        return Optional.ofNullable(report.published()).map(LocalDate::parse);
    }
}
