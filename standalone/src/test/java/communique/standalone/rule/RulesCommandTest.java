package communique.standalone.rule;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.rule.WatchRules;
import communique.analysis.Analyzer;
import communique.schemas.v1.EnrichedArticle;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RulesCommandTest {
    private static final String RAIL =
            "Russia's foreign ministry said on Monday that engineers would survey the railway in Afghanistan for 90 days.";

    @TempDir
    Path folder;

    @Test
    void tellsWhatTheDefaultRulesSay() {
        assertThat(run("check"))
                .contains("China, Russia, Iran and Pakistan on Afghanistan, confidence from 0.5, notice")
                .contains("1 rule, fine");
    }

    @Test
    void checksTheShippedExamples() {
        Path examples = Path.of("..", "docs", "examples");

        assertThat(run(
                        "check",
                        examples.resolve("rules-horn-of-africa.yaml").toString(),
                        "--channels",
                        examples.resolve("channels.yaml").toString()))
                .contains("rules, fine")
                .doesNotContain("warning");
    }

    @Test
    void warnsOfWhatTheEngineNeverSays() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), """
                rules:
                  - id: ports
                    by: [TR]
                    about: [SO]
                    topics: [humanitarian-iad, weather]
                    offices: [foriegn-minister, foreign-ministry]
                    people: [sergey lavrov, Nobody Known]
                    languages: [fa-AF, english]
                """);
        Path channels = Files.writeString(folder.resolve("channels.yaml"), """
                channels: [{name: desk, type: console}]
                route:
                  channel: desk
                  routes: [{match: [topic!=weather, 'topic=~"trade.*"'], channel: desk}]
                """);

        assertThat(run("check", rules.toString(), "--channels", channels.toString())
                        .lines()
                        .filter(line -> line.startsWith("warning")))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .endsWith("no topic 'humanitarian-iad'; did you mean humanitarian-aid?"),
                        line -> assertThat(line).contains("no topic 'weather'; there are border-water, "),
                        line -> assertThat(line).endsWith("'foriegn-minister'; did you mean foreign-minister?"),
                        line -> assertThat(line).contains("no person 'Nobody Known'"),
                        line -> assertThat(line).endsWith("no language 'english'; there are en, zh, ru, fa, ur, ps"),
                        line -> assertThat(line).contains("route.routes[0]: no topic is like topic!=weather"));
    }

    @Test
    void tellsWhatAnArticleWouldRaiseAndWhomItWouldReach() throws Exception {
        Path channels = Files.writeString(folder.resolve("channels.yaml"), """
                channels: [{name: desk, type: console}, {name: moscow, type: console}]
                route:
                  channel: desk
                  routes: [{match: [speaker=RU], channel: moscow}]
                """);

        String told = run("test", article(RAIL), "--channels", channels.toString());

        assertThat(told)
                .contains("alerted: ", "alert by rule regional-powers-on-afghanistan, notice: Russia on Afghanistan")
                .contains("reaches moscow by route.routes[0]")
                .contains("route.routes[0]: taken, [speaker=RU] -> moscow");
    }

    @Test
    void tellsWhyAnArticleWouldRaiseNothing() throws Exception {
        assertThat(run("test", article("India's foreign ministry said it welcomed the census in Brazil.")))
                .contains("not by: the speakers are IN");
    }

    @Test
    void tellsWhichAlertsWouldComeAndGo() throws Exception {
        Analyzer analyzer = new Analyzer(Optional.empty());
        EnrichedArticle article =
                ArticleText.read(Path.of(article(RAIL)), "wire", Instant.parse("2026-03-02T12:00:00Z"), analyzer);
        WatchRules now = WatchRules.read(Optional.empty());
        WatchRules chineseOnly = WatchRules.read(Optional.of(
                Files.writeString(folder.resolve("rules.yaml"), "rules: [{id: china, by: [CN], about: [AF]}]")));
        RulesDiff diff = new RulesDiff(analyzer);

        assertThat(diff.of(now, chineseOnly, List.of(article)).gone()).hasSize(1);
        assertThat(diff.of(chineseOnly, now, List.of(article)).come()).hasSize(1);
        assertThat(diff.of(now, now, List.of(article)).same()).isEqualTo(1);
    }

    private String article(String text) throws Exception {
        return Files.writeString(folder.resolve("article.txt"), text).toString();
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new RulesCommand()).setOut(new PrintWriter(out));
        assertThat(line.execute(arguments)).isZero();
        return out.toString();
    }
}
