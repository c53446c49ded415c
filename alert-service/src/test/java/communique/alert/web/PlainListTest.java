package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.SampleAlerts;
import communique.alert.view.AlertJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainListTest {
    @Test
    void showsStatementsAndSources() {
        String html = PlainList.of(List.of(AlertJson.of(SampleAlerts.joint("x1").build())));

        assertThat(html)
                .contains("Russia and Iran on Afghanistan", ">4 March 2026, 12:00 UTC</time>")
                .contains("<mark>“Trade will follow,” Samarin said.</mark>")
                .contains("<bdi class=\"person\">Viktor Samarin</bdi>, foreign minister, Russia")
                .contains("href=\"https://courier.example/a1?x=1&amp;y=2\"");
    }

    @Test
    void saysWhereThereIsNothing() {
        assertThat(PlainList.of(List.of())).contains("No alerts yet");
    }

    @Test
    void letsNoTextBecomeMarkUp() {
        String text = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;";

        String html = PlainList.of(List.of(AlertJson.of(SampleAlerts.hostile(text))));

        assertThat(html).doesNotContain("<script", "<img", "href=\"https://wire.example/\"");
        assertThat(html).contains("&quot;&#39;&gt;&lt;script&gt;alert(1)");
    }

    @Test
    void linksOnlyToTheWeb() {
        var alert = SampleAlerts.joint("x1")
                .setSources(List.of(SampleAlerts.source("a1", "Outlet", "Title", "javascript:alert(1)")))
                .build();

        assertThat(PlainList.of(List.of(AlertJson.of(alert))))
                .doesNotContain("javascript")
                .contains("Outlet: Title");
    }
}
