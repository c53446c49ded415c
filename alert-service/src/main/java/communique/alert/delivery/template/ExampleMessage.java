package communique.alert.delivery.template;

import communique.alert.delivery.channel.Message;
import communique.schemas.AvroTrust;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.Novelty;
import communique.schemas.v1.Source;
import communique.schemas.v1.Speaker;
import communique.schemas.v1.SpeechAct;
import communique.schemas.v1.Statement;
import java.time.Instant;
import java.util.List;

/** A message with one of everything, to try a template with. */
final class ExampleMessage {
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    static {
        AvroTrust.ensure();
    }

    private ExampleMessage() {}

    static Message get() {
        return new Message(1, TIME, alert());
    }

    private static Alert alert() {
        Source outlet = new Source("example", "Example Agency", "KG", false);
        Statement statement = Statement.newBuilder()
                .setId("example/1")
                .setArticleId("example")
                .setSpeakers(List.of(new Speaker("CN", "A. Person", "foreign-minister")))
                .setAct(SpeechAct.SAY)
                .setAbout(List.of("AF"))
                .setTopics(List.of("trade"))
                .setText("The road will be kept open.")
                .setStart(0)
                .setEnd(27)
                .setConfidence(1)
                .setRules(List.of("example"))
                .build();
        ArticleRef article = ArticleRef.newBuilder()
                .setId("example")
                .setUrl("https://agency.example/road")
                .setTitle("A road")
                .setSource(outlet)
                .setLanguage("en")
                .setPublished(TIME)
                .build();
        return Alert.newBuilder()
                .setId("example")
                .setRevision(1)
                .setNewsRevision(1)
                .setKind(AlertKind.NEW)
                .setRule("example")
                .setSeverity("notice")
                .setStoryId("example")
                .setAbout("AF")
                .setSpeakers(List.of("CN"))
                .setHeadline("A road is kept open")
                .setNovelty(Novelty.NEW_STORY)
                .setNoveltyReason("nothing like it was known")
                .setStatements(List.of(statement))
                .setTopics(List.of("trade"))
                .setSources(List.of(article))
                .setPublished(TIME)
                .setUpdated(TIME)
                .setConfidence(1)
                .build();
    }
}
