package communique.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.alert.SampleAlerts;
import communique.kit.config.InvalidConfigException;
import communique.kit.config.YamlFile;
import communique.schemas.v1.Alert;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InhibitionTest {
    private final Inhibition inhibition = read("{source: [rule=ministry], target: [rule=anybody], equal: [speaker]}");

    @Test
    void keepsBackWhatAnotherAlertTells() {
        assertThat(inhibition.inhibits(alert("m", "ministry", "RU"), alert("w", "anybody", "RU")))
                .isTrue();
    }

    @Test
    void isAboutAlertsThatAgreeInItsLabels() {
        assertThat(inhibition.inhibits(alert("m", "ministry", "IR"), alert("w", "anybody", "RU")))
                .isFalse();
    }

    @Test
    void leavesWhatIsLikeNeitherSide() {
        assertThat(inhibition.inhibits(alert("w", "anybody", "RU"), alert("m", "ministry", "RU")))
                .isFalse();
        assertThat(inhibition.inhibits(alert("m", "ministry", "RU"), alert("x", "other", "RU")))
                .isFalse();
    }

    @Test
    void neverKeepsBackTwoAlertsForEachOther() {
        Inhibition mutual = read("{source: [speaker=RU], target: ['rule=~ministry|anybody']}");

        assertThat(mutual.inhibits(alert("a", "ministry", "RU"), alert("b", "anybody", "RU")))
                .isFalse();
        assertThat(mutual.inhibits(alert("a", "ministry", "RU"), alert("a", "ministry", "RU")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{target: [rule=a]}",
                "{source: [rule=a]}",
                "{source: [], target: [rule=a]}",
                "{source: [rule=a], target: [rule=b], equal: [colour]}",
                "{source: [rule=a], target: [rule=b], for: 3h}"
            })
    void refusesWhatSaysNotWhichAlertInhibitsWhich(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(InvalidConfigException.class);
    }

    private static Inhibition read(String yaml) {
        return YamlFile.read(yaml, "inhibit", Inhibition.class);
    }

    private static Alert alert(String id, String rule, String speaker) {
        return SampleAlerts.joint(id)
                .setRule(rule)
                .setSpeakers(List.of(speaker))
                .build();
    }
}
