package communique.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.analysis.lexicon.LexiconException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator may put into a folder of data files, and how a mistake there is told. */
class DataFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            people.txt       ~ [Jane Doe]|en: Jane                                          ~ 1 ~ no 'office
            people.txt       ~ [Jane Doe]|office: Russia minister 2020..                    ~ 2 ~ must read
            people.txt       ~ [Jane Doe]|office: RU minister 2020-13..                     ~ 2 ~ not a date
            people.txt       ~ [Jane Doe]|office: RU minister 2021..2020                    ~ 2 ~ ends before it begins
            countries.txt    ~ [Atlantis] Atlantis                                          ~ 1 ~ ISO 3166-1
            countries.txt    ~ [AF]|en nickname: Land of the Brave                          ~ 2 ~ must be a language and one of
            organs.txt       ~ [navy] Russia|en: Russian navy                               ~ 1 ~ ISO 3166-1
            blocs.txt        ~ [club]|en: Club                                              ~ 1 ~ no 'members:'
            blocs.txt        ~ [club]|members: RU, CN                                       ~ 2 ~ must be a state
            blocs.txt        ~ [club]|members: RU@2020-02-31..                              ~ 2 ~ not a date
            outlets.txt      ~ [gazette]|marks: Gazette                                     ~ 1 ~ must read '[id] STATE'
            topics.txt       ~ [weather]|definition: Rain.                                  ~ 1 ~ IPTC
            topics.txt       ~ [weather] medtop:17000000 weather|en: rain                   ~ 1 ~ no 'definition:'
            boilerplate.txt  ~ [header]|en: Menu                                            ~ 1 ~ none of tail, links, line, inside
            en/words.txt     ~ [interjection]|en: alas                                      ~ 1 ~ no class of words
            fa/words.txt     ~ [month]|fa: مه                                               ~ 2 ~ twelve months
            en/speech.txt    ~ [SING clause]|verb: chant                                    ~ 1 ~ none of
            en/speech.txt    ~ [SAY loudly]|verb: shout                                     ~ 1 ~ none of
            en/speech.txt    ~ [SAY clause]|adverb: loudly                                  ~ 2 ~ must be 'verb' or 'noun'
            en/outsiders.txt ~ [poet]|en poet                                               ~ 2 ~ key: value
            offices.txt      ~ [clown]|en: |                                                ~ 2 ~ key: value
            """)
    void namesFileAndLineOfAMistake(String file, String lines, int line, String problem) throws IOException {
        write(file, lines.replace('|', '\n'));

        assertThatThrownBy(this::analyzer)
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining(Path.of(file) + ":" + line + ": ")
                .hasMessageContaining(problem);
    }

    @Test
    void knowsAPersonTheOperatorAdds() throws IOException {
        write("people.txt", "[Ivan Testov]\noffice: RU official 2020-01-01..\nen: Testov\n");

        assertThat(analyzer()
                        .analyze(Document.of("Testov said Afghanistan needs peace."))
                        .statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.states()).containsExactly("RU"));
    }

    @Test
    void refusesASpeakerTheOperatorRulesOut() throws IOException {
        write("en/outsiders.txt", "[analyst]\nen: tea-leaf reader\n");

        assertThat(analyzer()
                        .analyze(Document.of("A Russian tea-leaf reader said Afghanistan needs peace."))
                        .statements())
                .isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    private Analyzer analyzer() {
        return new Analyzer(Optional.of(folder));
    }
}
