package communique.alert;

import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.Novelty;
import communique.schemas.v1.Source;
import communique.schemas.v1.Speaker;
import communique.schemas.v1.SpeechAct;
import communique.schemas.v1.Statement;
import communique.testkit.Records;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** Alerts with everything an alert can have, and alerts nobody should ever see. */
public final class SampleAlerts {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private SampleAlerts() {}

    /** Two states speak together, one of them apart as well; two outlets carry it. */
    public static Alert.Builder joint(String id) {
        return Records.alert(id, "a1")
                .setHeadline("Russia and Iran ask Kabul to form a government of all groups")
                .setSpeakers(List.of("RU", "IR"))
                .setTopics(List.of("inclusive-government", "trade"))
                .setNovelty(Novelty.NEW_STORY)
                .setNoveltyReason("first report of this meeting")
                .setStatements(List.of(
                        Records.statement("a1")
                                .setSpeakers(List.of(
                                        new Speaker("RU", "Viktor Samarin", "foreign-minister"),
                                        new Speaker("IR", "Reza Danesh", "foreign-minister")))
                                .setText("The two ministers asked the authorities in Kabul to give every group a say.")
                                .setAct(SpeechAct.URGE)
                                .setCue("asked")
                                .build(),
                        Records.statement("a1")
                                .setSpeakers(List.of(new Speaker("RU", "Viktor Samarin", "foreign-minister")))
                                .setText("“Trade will follow,” Samarin said.")
                                .setAct(SpeechAct.PLEDGE)
                                .build()))
                .setSources(List.of(
                        source("a1", "Courier", "Ministers meet in the valley", "https://courier.example/a1?x=1&y=2"),
                        source("a2", "Harbour Wire", "Valley talks end", "https://wire.example/talks")))
                .setPublished(NOON)
                .setUpdated(NOON.plusSeconds(600));
    }

    /** A later revision of the same alert. */
    public static Alert.Builder revision(String id, int revision) {
        return joint(id)
                .setRevision(revision)
                .setNewsRevision(revision)
                .setKind(revision == 1 ? AlertKind.NEW : AlertKind.UPDATED);
    }

    /** One text in every place where an article can put text. */
    public static Alert hostile(String text) {
        Statement statement = Records.statement("a1")
                .setSpeakers(List.of(new Speaker("RU", text, text)))
                .setText(text)
                .build();
        return joint("hostile")
                .setHeadline(text)
                .setNoveltyReason(text)
                .setTopics(Collections.nCopies(5, text))
                .setStatements(Collections.nCopies(40, statement))
                .setSources(Collections.nCopies(40, source("a1", text, text, "https://wire.example/" + text)))
                .build();
    }

    /** Nothing in it that may be left out. */
    public static Alert bare() {
        return Records.alert("bare", "a1")
                .setHeadline("")
                .setNoveltyReason("")
                .setSpeakers(List.of())
                .setAbout("")
                .setTopics(List.of())
                .setStatements(List.of())
                .setSources(List.of())
                .build();
    }

    /** One article. */
    public static ArticleRef source(String articleId, String outlet, String title, String url) {
        return Records.articleRef(articleId)
                .setUrl(url)
                .setTitle(title)
                .setSource(new Source("outlet", outlet, null, false))
                .setPublished(NOON)
                .build();
    }
}
