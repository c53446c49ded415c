package communique.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
    private static final Analyzer ANALYZER = new Analyzer(Optional.empty());

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    The owner of the mill said that it burned.; The owner of the mill
                    "It burned," said Jane Roe of the fire brigade.; Jane Roe of the fire brigade
                    Jane Roe, head of the fire brigade, said that it burned.; Jane Roe, head of the fire brigade
                    She added that it burned.; She
                    According to two neighbours, it burned.; two neighbours
                    New figures show that mills burn.; New figures
                    Ms. Roe and Mr. Doe said that it burned.; Ms. Roe and Mr. Doe
                    """)
    void findsThePhraseThatNamesTheSource(String text, String source) {
        assertThat(sources(text)).containsExactly(source);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    He was told to leave.
                    They began to ask around.
                    """)
    void takesNouns_passivesAndInfinitivesForNoSpeech(String text) {
        assertThat(sources(text)).isEmpty();
    }

    @Test
    void knowsTheStateThatASourceSpeaksFor() {
        List<Source> sources = ANALYZER.sources(Document.of("The talks go on — Kremlin"));

        assertThat(sources).extracting(Source::text).containsExactly("Kremlin");
        assertThat(sources.get(0).states()).containsExactly("RU");
        assertThat(sources.get(0).start()).isEqualTo(18);
    }

    private static List<String> sources(String text) {
        return ANALYZER.sources(Document.of(text)).stream().map(Source::text).toList();
    }
}
