package communique.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import communique.ingest.article.Limits;
import communique.ingest.article.PageReader;
import communique.ingest.article.RejectionReason;
import communique.ingest.publish.FakeKafka;
import communique.ingest.publish.PublishException;
import communique.ingest.publish.Received;
import communique.schemas.v1.Origin;
import communique.schemas.v1.RawArticle;
import communique.testkit.TestClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final String PAGE = """
            <html><head><link rel="canonical" href="https://lake.example/ferry"><title>Ferry runs again</title></head>
            <body><article><p>The ferry on the lake runs again, twice a day, with a new engine and an old captain.</p>
            <p>Tickets are sold on board, and the first crossing on Sunday was full before it left.</p></article></body></html>
            """;

    private final FakeKafka kafka = FakeKafka.acknowledging(TestClock.at("2026-03-04T05:00:00Z"));
    private final Archive archive = new Archive(kafka.intake(), kafka.deadLetters(), new PageReader());

    @TempDir
    private Path folder;

    @BeforeEach
    void emptyFolder() {
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void readsTextAsItWasSaved() throws IOException {
        write("bridge.txt", "The bridge is open.");

        IngestReport report = archive.ingest(folder.resolve("bridge.txt"));

        RawArticle article = kafka.sent().get(0);
        assertThat(report.accepted()).containsExactly(article.getId());
        assertThat(article.getOrigin()).isEqualTo(Origin.FILE);
        assertThat(article.getText()).contains("The bridge is open.");
        assertThat(article.getSource().getName()).isEqualTo("bridge.txt");
        assertThat(article.getBackfill()).isFalse();
    }

    @Test
    void readsPages() throws IOException {
        write("ferry.html", PAGE);

        archive.ingest(folder);

        RawArticle article = kafka.sent().get(0);
        assertThat(article.getUrl()).contains("https://lake.example/ferry");
        assertThat(article.getTitle()).contains("Ferry runs again");
        assertThat(article.getSource().getId()).isEqualTo("lake.example");
    }

    @Test
    void readsJsonLinesAndGoesOnAfterABrokenOne() throws IOException {
        write("news.jsonl", """
                {"url": "https://valley.example/1", "text": "The bridge is open."}
                {"url": "https://valley.example/2", "te

                {"url": "https://valley.example/3", "text": "The ferry runs.", "published": "no date"}
                {"url": "https://valley.example/4", "text": "The road is clear."}
                """);

        IngestReport report = archive.ingest(folder);

        assertThat(report.items())
                .extracting(IngestReport.Item::name)
                .containsExactly("news.jsonl:1", "news.jsonl:2", "news.jsonl:4", "news.jsonl:5");
        assertThat(report.accepted()).hasSize(2);
        assertThat(report.rejected())
                .extracting(item -> ((Received.Rejected) item.received()).why().reason())
                .containsExactly(RejectionReason.BROKEN_JSON, RejectionReason.INVALID_FIELD);
        assertThat(kafka.letters().history())
                .extracting(letter -> new String(letter.key(), UTF_8), letter -> letter.value().length > 20)
                .containsExactly(tuple("news.jsonl:2", true), tuple("news.jsonl:4", true));
    }

    @Test
    void readsAFolderInOrderOfItsPaths() throws IOException {
        write("b/2.txt", "Text two.");
        write("a.txt", "Text one.");
        write("b/1.txt", "Text three.");
        write(".hidden/x.txt", "Not this.");
        write("b/.x.txt", "Nor this.");

        assertThat(archive.ingest(folder).items())
                .extracting(IngestReport.Item::name)
                .containsExactly("a.txt", "b/1.txt", "b/2.txt");
    }

    @Test
    void takesTheSameArticleOnce() throws IOException {
        write("1.txt", "The bridge is open.");
        write("2.txt", "The bridge is open.\r\n");

        IngestReport first = archive.ingest(folder);
        IngestReport second = archive.ingest(folder);

        assertThat(first.accepted()).hasSize(1);
        assertThat(first.duplicates()).isEqualTo(first.accepted());
        assertThat(second.accepted()).isEmpty();
        assertThat(second.duplicates()).hasSize(2);
        assertThat(kafka.sent()).hasSize(1);
    }

    @Test
    void namesEveryKindOfBadFileAndTakesTheNext() throws IOException {
        write("1-empty.txt", "");
        write("2-blank.txt", " \n \n");
        Files.write(folder.resolve("3-binary.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        Files.write(folder.resolve("4-noise.txt"), noise());
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("5-large.txt").toFile(), "rw")) {
            large.setLength(50L * 1024 * 1024);
        }
        write("6-empty.html", "<html><body></body></html>");
        write("7-empty.jsonl", "\n\n");
        write("8-picture.png", "PNG");
        write("9-good.txt", "The bridge is open.");

        IngestReport report = archive.ingest(folder);

        assertThat(report.rejected())
                .extracting(item -> ((Received.Rejected) item.received()).why().reason())
                .containsExactly(
                        RejectionReason.EMPTY,
                        RejectionReason.EMPTY,
                        RejectionReason.BINARY,
                        RejectionReason.WRONG_ENCODING,
                        RejectionReason.TOO_LARGE,
                        RejectionReason.NO_MAIN_TEXT,
                        RejectionReason.EMPTY,
                        RejectionReason.UNKNOWN_TYPE);
        assertThat(report.accepted()).hasSize(1);
        assertThat(kafka.letters().history())
                .extracting(letter -> new String(letter.key(), UTF_8))
                .containsExactly(
                        "1-empty.txt",
                        "2-blank.txt",
                        "3-binary.txt",
                        "4-noise.txt",
                        "5-large.txt",
                        "6-empty.html",
                        "7-empty.jsonl");
        assertThat(kafka.letters().history().get(4).value()).hasSizeLessThan(Limits.ARTICLE_BYTES);
    }

    @Test
    void recognisesEncodings() throws IOException {
        String text = "Министр сообщил журналистам, что мост открыт и что первые машины уже прошли по нему утром.";
        Files.write(folder.resolve("bridge.txt"), text.getBytes(Charset.forName("windows-1251")));

        archive.ingest(folder);

        assertThat(kafka.sent().get(0).getText()).contains("мост открыт");
        assertThat(kafka.sent().get(0).getLanguage()).contains("ru");
    }

    @Test
    void failsWhereKafkaDoesNotTakeAnArticle() throws IOException {
        write("bridge.txt", "The bridge is open.");
        kafka.articles().sendException = new IllegalStateException("no broker");

        assertThatThrownBy(() -> archive.ingest(folder)).isInstanceOf(PublishException.class);

        kafka.articles().sendException = null;
        assertThat(archive.ingest(folder).accepted()).hasSize(1);
    }

    @Test
    void failsWhereThereIsNothingToRead() {
        assertThatThrownBy(() -> archive.ingest(folder.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
    }

    private static byte[] noise() {
        Random random = new Random(7);
        byte[] bytes = new byte[2000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + random.nextInt(0x80));
        }
        return bytes;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
