package communique.alert.delivery.console;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.SampleAlerts;
import org.junit.jupiter.api.Test;

class AlertTextTest {
    @Test
    void showsWhoSaidWhatAndWhereItStands() {
        String text = new AlertText(false).of(SampleAlerts.joint("x1").build());

        assertThat(text).isEqualTo("""
                        Russia and Iran on Afghanistan · 2026-03-04 12:00 UTC
                          Russia and Iran ask Kabul to form a government of all groups

                          Viktor Samarin, foreign minister, Russia; Reza Danesh, foreign minister, Iran
                          │ The two ministers asked the authorities in Kabul to give every group a say.

                          Viktor Samarin, foreign minister, Russia
                          │ “Trade will follow,” Samarin said.

                          source  Courier: Ministers meet in the valley
                                  https://courier.example/a1?x=1&y=2
                          source  Harbour Wire: Valley talks end
                                  https://wire.example/talks
                          topics  inclusive government, trade
                          new     first report of this meeting
                          alert   x1

                        """);
    }

    @Test
    void marksALaterRevision() {
        assertThat(new AlertText(false).of(SampleAlerts.revision("x1", 3).build()))
                .startsWith("Russia and Iran on Afghanistan · 2026-03-04 12:00 UTC · updated, revision 3\n");
    }

    @Test
    void breaksLongLinesBetweenWords() {
        String text = new AlertText(false).of(SampleAlerts.hostile("word ".repeat(100)));

        assertThat(text.lines()).filteredOn(line -> line.contains("│")).allMatch(line -> line.length() <= 100);
    }

    @Test
    void letsNoArticleSteerTheTerminal() {
        String text = new AlertText(false).of(SampleAlerts.hostile("a\u001B]0;title\u0007\u001B[2Jb\u202Ec\u009B31m"));

        assertThat(text.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\u202E]");
    }
}
