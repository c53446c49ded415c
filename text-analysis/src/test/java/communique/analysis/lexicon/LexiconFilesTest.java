package communique.analysis.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconFilesTest {
    @TempDir
    private Path folder;

    @Test
    void readsEntriesAndTheirLines() {
        List<Block> blocks = LexiconFiles.parse(
                "x.txt",
                List.of("# comment", "", "[AF] Afghanistan", "en name: Afghanistan | the  Emirate", "ru: Афган"));

        Block block = blocks.get(0);
        assertThat(blocks).hasSize(1);
        assertThat(block.id()).isEqualTo("AF");
        assertThat(block.title()).isEqualTo("Afghanistan");
        assertThat(block.line()).isEqualTo(3);
        assertThat(block.fields().get(0).language()).isEqualTo("en");
        assertThat(block.fields().get(0).slot()).isEqualTo("name");
        assertThat(block.fields().get(0).values()).containsExactly("Afghanistan", "the  Emirate");
        assertThat(block.fields().get(1).language()).isEqualTo("ru");
        assertThat(block.fields().get(1).slot()).isEmpty();
    }

    @Test
    void namesTheLineThatIsNoEntry() {
        assertThatThrownBy(() -> LexiconFiles.parse("x.txt", List.of("[AF]", "en name Afghanistan")))
                .isInstanceOf(LexiconException.class)
                .hasMessageStartingWith("x.txt:2: ");
    }

    @Test
    void refusesALineBeforeTheFirstEntry() {
        assertThatThrownBy(() -> LexiconFiles.parse("x.txt", List.of("en: a")))
                .isInstanceOf(LexiconException.class)
                .hasMessageStartingWith("x.txt:1: ");
    }

    @Test
    void refusesAnEmptyValue() {
        assertThatThrownBy(() -> LexiconFiles.parse("x.txt", List.of("[a]", "", "en: a | | b")))
                .isInstanceOf(LexiconException.class)
                .hasMessageStartingWith("x.txt:3: ")
                .hasMessageContaining("empty value");
    }

    @Test
    void mergesTheFoldersOfTheLanguages() {
        Block afghanistan = find("countries.txt", "AF");

        assertThat(afghanistan.title()).isEqualTo("Afghanistan");
        assertThat(afghanistan.fields()).extracting(Block.Field::language).contains("en", "zh", "ru", "fa", "ur", "ps");
        assertThat(afghanistan.fields())
                .extracting(Block.Field::file)
                .contains("countries.txt", "ru/countries.txt", "zh/countries.txt");
    }

    @Test
    void addsTheEntriesOfTheOperatorsFolder() throws IOException {
        Files.writeString(
                folder.resolve("people.txt"), "[Sergey Lavrov]\nen: SVL\n[Jane Doe]\noffice: RU official ..\n");

        assertThat(find("people.txt", "Sergey Lavrov").fields())
                .extracting(Block.Field::values)
                .contains(List.of("SVL"));
        assertThat(find("people.txt", "Jane Doe").file())
                .isEqualTo(folder.resolve("people.txt").toString());
    }

    @Test
    void readsALanguagesFolderOfTheOperator() throws IOException {
        Files.createDirectory(folder.resolve("ru"));
        Files.writeString(folder.resolve("ru").resolve("people.txt"), "[Sergey Lavrov]\nru: СВЛ\n");

        assertThat(find("people.txt", "Sergey Lavrov").fields())
                .extracting(Block.Field::values)
                .contains(List.of("СВЛ"));
    }

    @Test
    void refusesAnotherTitleForAKnownEntry() throws IOException {
        Files.writeString(folder.resolve("countries.txt"), "\n[AF] Albania\n");

        assertThatThrownBy(() -> files().read("countries.txt"))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("countries.txt:2: ")
                .hasMessageContaining("Afghanistan");
    }

    @Test
    void refusesAFileThatIsNoUtf8() throws IOException {
        Files.write(folder.resolve("people.txt"), new byte[] {(byte) 0xc3, (byte) 0x28});

        assertThatThrownBy(() -> files().read("people.txt"))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("people.txt:1: ");
    }

    @Test
    void refusesAFileNobodyHas() {
        assertThatThrownBy(() -> files().read("planets.txt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("planets.txt");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> new LexiconFiles(Optional.of(folder.resolve("nope"))))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("nope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"poeple.txt", "words.txt", "frequencies.txt", "ru/peple.txt"})
    void refusesAFileNothingIsReadFromAndNamesThoseThereAre(String name) throws IOException {
        Files.createDirectory(folder.resolve("ru"));
        Files.writeString(folder.resolve(name), "");

        assertThatThrownBy(this::files)
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("people.txt");
    }

    @Test
    void takesAFolderWithEveryFileThatCanBeAddedTo() throws IOException {
        Path ours = Path.of("src", "main", "resources", "communique", "analysis", "lexicon");
        Set<String> alone = Set.of("confidence.txt", "frequencies.txt", "traditional.txt");
        try (Stream<Path> files = Files.walk(ours)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!alone.contains(file.getFileName().toString())) {
                    Path theirs = folder.resolve(ours.relativize(file));
                    Files.createDirectories(theirs.getParent());
                    Files.createFile(theirs);
                }
            }
        }
        Files.createFile(folder.resolve("README.md"));
        Files.createDirectory(folder.resolve("..data"));

        assertThat(files().read("people.txt")).isNotEmpty();
    }

    private Block find(String file, String id) {
        return files().read(file).stream()
                .filter(block -> block.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private LexiconFiles files() {
        return new LexiconFiles(Optional.of(folder));
    }
}
