package communique.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.alert.SampleAlerts;
import communique.kit.config.YamlFile;
import communique.schemas.AvroTrust;
import communique.schemas.v1.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutePlanTest {
    private static final List<String> CHANNELS = List.of("desk", "pager", "mail", "kabul", "archive");
    private static final String TREE = """
            channel: desk
            group_by: [story]
            group_wait: 30s
            routes:
              - match: [kind=corrected]
                channel: mail
                group_wait: 0s
                continue: true
              - match: [severity=urgent]
                channel: pager
                fallback: mail
                routes:
                  - match: [speaker=RU]
                    channel: kabul
                    group_by: [about, speaker]
                  - match: [topic=~"trade|transit", speaker!=CN]
                    continue: true
                  - match: [topic=trade]
                    channel: archive
              - match: [speaker=CN]
                quiet: [{from: "22:00", to: "06:00"}]
            """;

    @BeforeAll
    static void trustRecords() {
        AvroTrust.ensure();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // severity | speaker | topic | kind | channels
                "notice | PK | security | NEW       | desk",
                "notice | CN | security | NEW       | desk",
                "notice | PK | security | CORRECTED | mail",
                "notice | CN | security | CORRECTED | mail,desk",
                "urgent | PK | security | NEW       | pager",
                "urgent | PK | security | CORRECTED | mail,pager",
                "urgent | RU | security | NEW       | kabul",
                "urgent | RU | trade    | NEW       | kabul",
                "urgent | RU | trade    | CORRECTED | mail,kabul",
                "urgent | PK | trade    | NEW       | pager,archive",
                "urgent | PK | transit  | NEW       | pager",
                "urgent | CN | trade    | NEW       | archive",
                "urgent | CN | transit  | NEW       | pager",
                "urgent | CN | security | NEW       | pager",
                "urgent | IR | trade    | CORRECTED | mail,pager,archive",
                "urgent | IR | security | NEW       | pager",
                "notice | RU | trade    | NEW       | desk",
                "notice | IR | transit  | NEW       | desk",
                "notice | RU | trade    | CORRECTED | mail",
                "notice | CN | trade    | NEW       | desk"
            })
    void leadsAnAlertWhereTheTreeSays(String severity, String speaker, String topic, String kind, String channels) {
        Alert alert = alert(severity, speaker, topic, kind);

        assertThat(plan(TREE).reach(alert).stream().map(Stop::channel).collect(Collectors.joining(",")))
                .isEqualTo(channels);
        assertThat(plan(TREE).explain(alert)).isNotEmpty();
    }

    @Test
    void inheritsWhatARouteLeavesOut() {
        Stop kabul = plan(TREE).reach(alert("urgent", "RU", "trade", "NEW")).get(0);

        assertThat(kabul.fallback()).contains("mail");
        assertThat(kabul.grouping().delay()).isEqualTo(Duration.ofSeconds(30));
        assertThat(kabul.grouping().interval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(kabul.group()).isEqualTo("about=AF speaker=RU");
        assertThat(kabul.path()).isEqualTo("route.routes[1].routes[0]");
    }

    @Test
    void repeatsAfterAWholeNumberOfIntervals() {
        Route root = YamlFile.read(
                "{channel: desk, group_interval: 5m, repeat_interval: 12m, routes: [{channel: desk}]}",
                "route",
                Route.class);
        RoutePlan plan = RoutePlan.of(Optional.of(root), List.of("desk"));

        assertThat(plan.reach(SampleAlerts.joint("a").build()))
                .singleElement()
                .satisfies(stop -> assertThat(stop.grouping().repeat()).isEqualTo(Duration.ofMinutes(15)));
    }

    @Test
    void tellsWhyARouteIsNotTaken() {
        assertThat(plan(TREE).explain(alert("notice", "CN", "trade", "NEW")))
                .containsExactly(
                        "route: taken, every alert",
                        "route.routes[0]: not taken, kind=corrected",
                        "route.routes[1]: not taken, severity=urgent",
                        "route.routes[2]: taken, [speaker=CN] -> desk");
    }

    @Test
    void keepsQuietUntilTheWindowEnds() {
        Stop stop = plan(TREE).reach(alert("notice", "CN", "trade", "NEW")).get(0);

        assertThat(stop.loud(Instant.parse("2026-03-02T23:00:00Z"))).contains(Instant.parse("2026-03-03T06:00:00Z"));
        assertThat(stop.loud(Instant.parse("2026-03-02T12:00:00Z"))).contains(Instant.parse("2026-03-02T12:00:00Z"));
    }

    @Test
    void leadsEverywhereAtOnceWhereThereIsNoTree() {
        RoutePlan everywhere = RoutePlan.of(Optional.empty(), CHANNELS);

        assertThat(everywhere.reach(alert("notice", "CN", "trade", "NEW")))
                .extracting(Stop::channel)
                .containsExactlyElementsOf(CHANNELS);
        assertThat(everywhere.unreached()).isEmpty();
    }

    @Test
    void knowsChannelsNoAlertCanReach() {
        assertThat(plan("{channel: desk, routes: [{match: [speaker=RU], channel: mail}]}")
                        .unreached())
                .containsExactly("pager", "kabul", "archive");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{routes: []}                                   | needs a channel",
                "{channel: dask}                                | leads to [dask]",
                "{channel: desk, fallback: nobody}              | leads to [nobody]",
                "{channel: desk, match: [speaker=RU]}           | takes every alert",
                "{channel: desk, group_by: [colour]}            | 'colour' is no label",
                "{channel: desk, routes: [{match: [colour=x]}]} | 'colour' is no label",
                "{channel: desk, rotes: []}                     | did you mean routes?"
            })
    void refusesAMistakeWithAMend(String yaml, String message) {
        assertThatThrownBy(() -> plan(yaml)).hasMessageContaining(message);
    }

    private static RoutePlan plan(String yaml) {
        return RoutePlan.of(Optional.of(YamlFile.read(yaml, "channels.yaml", Route.class)), CHANNELS);
    }

    private static Alert alert(String severity, String speaker, String topic, String kind) {
        return SampleAlerts.joint("x1")
                .setSeverity(severity)
                .setSpeakers(List.of(speaker))
                .setTopics(List.of(topic))
                .setKind(communique.schemas.v1.AlertKind.valueOf(kind))
                .build();
    }
}
