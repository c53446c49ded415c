package communique.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import communique.ingest.article.PageReader;
import communique.ingest.publish.FakeKafka;
import communique.schemas.v1.RawArticle;
import communique.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropFolderTest {
    private final FakeKafka kafka = FakeKafka.acknowledging(TestClock.at("2026-03-04T05:00:00Z"));
    private final Archive archive = new Archive(kafka.intake(), kafka.deadLetters(), new PageReader());

    @TempDir
    private Path folder;

    @Test
    void takesAFileThatDoesNotGrowAnyMore() throws IOException {
        DropFolder drop = new DropFolder(folder, archive);
        Files.writeString(folder.resolve("bridge.txt"), "The bridge over the gorge");
        drop.look();
        Files.writeString(folder.resolve("bridge.txt"), "The bridge over the gorge is open again.");
        drop.look();
        assertThat(kafka.sent()).isEmpty();

        drop.look();

        assertThat(kafka.sent()).extracting(RawArticle::getBackfill).containsExactly(false);
        assertThat(folder.resolve("done/bridge.txt")).exists();
        assertThat(folder.resolve("bridge.txt")).doesNotExist();
    }

    @Test
    void saysWhyItCouldNotTakeOne() throws IOException {
        Files.writeString(folder.resolve("news.jsonl"), "{\"text\":\"The ferry runs.\"}\n{broken\n");

        lookTwice();

        assertThat(kafka.sent()).hasSize(1);
        assertThat(folder.resolve("failed/news.jsonl")).exists();
        assertThat(folder.resolve("failed/news.jsonl.reason.txt")).content().startsWith("news.jsonl:2: broken_json, ");
    }

    @Test
    void takesEveryKindOfFile() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "The bridge over the gorge is open again.");
        Files.writeString(
                folder.resolve("b.html"),
                "<html><body><article><h1>Road</h1><p>" + "The road up the valley is clear of snow. ".repeat(5)
                        + "</p></article></body></html>");
        Files.writeString(folder.resolve("c.jsonl"), "{\"text\":\"The ferry runs.\"}\n{\"text\":\"It is late.\"}");
        Files.writeString(
                folder.resolve("d.json"),
                "{\"uri\":\"urn:valley:4\",\"headline\":\"Mill\",\"body_text\":\"The mill turns.\","
                        + "\"versioncreated\":\"2026-03-04T04:00:00Z\"}");
        Files.writeString(folder.resolve("e.json"), "[{\"text\":\"One lamb.\"},{\"text\":\"Two lambs.\"},7]");

        lookTwice();

        assertThat(kafka.sent())
                .extracting(article -> article.getTitle().orElse(article.getText()))
                .containsExactly(
                        "The bridge over the gorge is open again.",
                        "Road",
                        "The ferry runs.",
                        "It is late.",
                        "Mill",
                        "One lamb.",
                        "Two lambs.");
        assertThat(folder.resolve("done/d.json")).exists();
        assertThat(folder.resolve("failed/e.json.reason.txt")).content().startsWith("e.json/2: broken_json, ");
    }

    @Test
    void marksWhatIsFromThePast() throws IOException {
        Files.createDirectory(folder.resolve("backfill"));
        Files.writeString(folder.resolve("backfill/old.txt"), "The bridge was opened long ago.");

        lookTwice();

        assertThat(kafka.sent()).extracting(RawArticle::getBackfill).containsExactly(true);
        assertThat(folder.resolve("done/old.txt")).exists();
    }

    @Test
    void overwritesNothing() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "The first story of the day.");
        lookTwice();
        Files.writeString(folder.resolve("a.txt"), "The second story of the day.");
        lookTwice();

        assertThat(folder.resolve("done/a.txt")).hasContent("The first story of the day.");
        assertThat(folder.resolve("done/2-a.txt")).hasContent("The second story of the day.");
    }

    @Test
    void leavesFilesWhereTheyAreWhileKafkaDoesNotTakeThem() throws IOException {
        kafka.articles().sendException = new IllegalStateException("no broker");
        Files.writeString(folder.resolve("a.txt"), "The first story of the day.");

        lookTwice();

        assertThat(folder.resolve("a.txt")).exists();
    }

    @Test
    void goesOnWhereAFileCannotBeMoved() throws IOException {
        Files.writeString(folder.resolve("failed"), "in the way of the folder");
        Files.writeString(folder.resolve("broken.jsonl"), "{broken");
        Files.writeString(folder.resolve("good.txt"), "The bridge over the gorge is open again.");
        Files.createDirectory(folder.resolve("backfill"));
        Files.writeString(folder.resolve("backfill/old.txt"), "The bridge was opened long ago.");

        lookTwice();

        assertThat(folder.resolve("done/good.txt")).exists();
        assertThat(folder.resolve("done/old.txt")).exists();
        assertThat(folder.resolve("broken.jsonl")).exists();
    }

    @Test
    void makesRoomForANumberAndAReasonInALongName() throws IOException {
        String long255 = "a".repeat(251);
        Files.createDirectory(folder.resolve("done"));
        Files.writeString(folder.resolve("done/" + long255 + ".txt"), "The first story of the day.");
        Files.writeString(folder.resolve(long255 + ".txt"), "The second story of the day.");
        Files.writeString(folder.resolve("b".repeat(248) + ".jsonl"), "{broken");

        lookTwice();

        assertThat(folder.resolve("done/2-" + "a".repeat(249) + ".txt")).hasContent("The second story of the day.");
        assertThat(folder.resolve("failed/" + "b".repeat(238) + ".jsonl")).exists();
        assertThat(folder.resolve("failed/" + "b".repeat(238) + ".jsonl.reason.txt"))
                .exists();
    }

    @Test
    void countsTheBytesOfANameAndKeepsItsCharactersWhole() {
        assertThat(DropFolder.shortened("\u0436".repeat(6) + ".txt", 16)).isEqualTo("\u0436".repeat(6) + ".txt");
        assertThat(DropFolder.shortened("\u0436".repeat(7) + ".txt", 17)).isEqualTo("\u0436".repeat(6) + ".txt");
        assertThat(DropFolder.shortened("\ud83d\ude00\ud83d\ude00.txt", 11)).isEqualTo("\ud83d\ude00.txt");
        assertThat(DropFolder.shortened("." + "a".repeat(20), 16)).isEqualTo("." + "a".repeat(15));
        assertThat(DropFolder.shortened("a." + "b".repeat(20), 16)).isEqualTo("a." + "b".repeat(14));
    }

    private void lookTwice() throws IOException {
        DropFolder drop = new DropFolder(folder, archive);
        drop.look();
        drop.look();
    }
}
