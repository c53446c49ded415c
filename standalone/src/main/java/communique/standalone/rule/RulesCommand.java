package communique.standalone.rule;

import communique.alert.delivery.DeliveryConfig;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.route.RoutePlan;
import communique.alert.route.Stop;
import communique.alert.rule.WatchRule;
import communique.alert.rule.WatchRules;
import communique.alert.story.Trial;
import communique.alert.view.Words;
import communique.analysis.Analyzer;
import communique.analysis.lexicon.LexiconFiles;
import communique.kit.config.DurationText;
import communique.kit.config.Keys;
import communique.kit.config.SettingsLoader;
import communique.kit.kafka.KafkaSettings;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import communique.schemas.v1.EnrichedArticle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code communique rules}: what rules and routes say, before they are in force. */
@Command(
        name = "rules",
        description = "Check and try watch rules and routes without running anything.",
        mixinStandardHelpOptions = true)
public final class RulesCommand {
    @Spec
    private CommandSpec spec;

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    @Command(
            name = "check",
            description = "Check rules and channels; tell what they say in words.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(arity = "0..1", paramLabel = "RULES", description = "Rules file; else the default.") Path rules,
            @Option(names = "--channels", paramLabel = "FILE", description = "Channels file with routes.")
                    Path channels,
            @Option(
                            names = "--lexicon",
                            paramLabel = "FOLDER",
                            description = "Data files that add to the engine's own.")
                    Path lexicon) {
        WatchRules read = WatchRules.read(Optional.ofNullable(rules));
        Vocabulary vocabulary = new Vocabulary(new LexiconFiles(Optional.ofNullable(lexicon)));
        read.rules().forEach(rule -> out().println(words(rule)));
        read.rules().stream().flatMap(rule -> vocabulary.unknown(rule).stream()).forEach(this::warn);
        if (channels != null) {
            DeliveryConfig config = DeliveryConfig.read(channels);
            out().println("channels: "
                    + config.channels().stream().map(ChannelConfig::name).collect(Collectors.joining(", ")));
            config.plan().unreached().forEach(name -> warn("no route leads to channel " + name));
            config.route().ifPresent(route -> vocabulary.unknown(route, "route").forEach(this::warn));
        }
        out().println(read.rules().size() + (read.rules().size() == 1 ? " rule, fine" : " rules, fine"));
        out().flush();
        return 0;
    }

    private void warn(String problem) {
        out().println("warning: " + problem);
    }

    private static String words(WatchRule rule) {
        StringBuilder words = new StringBuilder(rule.id() + ": " + Words.countries(rule.by()) + " on "
                + Words.countries(rule.about()) + ", confidence from " + rule.minConfidence() + ", " + rule.severity());
        add(words, "offices", rule.offices());
        add(words, "people", rule.people());
        add(words, "topics", rule.topics());
        add(words, "languages", rule.languages());
        add(words, "hours", rule.times());
        words.append("\n  tells of ")
                .append(rule.novelty().stream()
                        .map(kind -> Words.code(kind.name()))
                        .collect(Collectors.joining(", ")));
        return words.toString();
    }

    private static void add(StringBuilder words, String what, List<?> values) {
        if (!values.isEmpty()) {
            words.append("\n  only ").append(what).append(' ').append(values);
        }
    }

    @Command(
            name = "test",
            description = "Tell what an article would raise, whom it would reach, and why.",
            mixinStandardHelpOptions = true)
    int test(
            @Parameters(paramLabel = "FILE", description = "Text as published, UTF-8.") Path article,
            @Option(names = "--rules", paramLabel = "FILE", description = "Rules file; else the default.") Path rules,
            @Option(names = "--channels", paramLabel = "FILE", description = "Channels file with routes.")
                    Path channels,
            @Option(names = "--published", paramLabel = "TIME", description = "When it was published; else now.")
                    Instant published,
            @Option(names = "--source", paramLabel = "ID", defaultValue = "test", description = "Id of the source.")
                    String source,
            @Option(
                            names = "--lexicon",
                            paramLabel = "FOLDER",
                            description = "Data files that add to the engine's own.")
                    Path lexicon)
            throws IOException {
        Analyzer analyzer = new Analyzer(Optional.ofNullable(lexicon));
        Instant at = Optional.ofNullable(published).orElseGet(Clock.systemUTC()::instant);
        EnrichedArticle enriched = ArticleText.read(article, source, at, analyzer);
        Trial trial = new Trial(WatchRules.read(Optional.ofNullable(rules)), analyzer);
        for (Decision decision : trial.judge(enriched)) {
            out().println(Words.code(decision.getOutcome().name()) + ": " + decision.getReason());
        }
        Optional<RoutePlan> plan = Optional.ofNullable(channels)
                .map(file -> DeliveryConfig.read(file).plan());
        trial.alerts().forEach(alert -> print(alert, plan));
        out().flush();
        return 0;
    }

    private void print(Alert alert, Optional<RoutePlan> plan) {
        out().println(line(alert));
        alert.getStatements()
                .forEach(statement -> out().println("  " + Words.speakers(statement.getSpeakers()) + ": "
                        + statement.getText() + "  [" + String.join(", ", statement.getRules()) + "]"));
        plan.ifPresent(routes -> {
            for (Stop stop : routes.reach(alert)) {
                out().println("  reaches " + stop.channel() + " by " + stop.path()
                        + (stop.grouping().by().isEmpty()
                                ? ""
                                : ", with others of " + stop.group() + " after "
                                        + DurationText.format(stop.grouping().delay())));
            }
            routes.explain(alert).forEach(reason -> out().println("    " + reason));
        });
    }

    private static String line(Alert alert) {
        return "alert by rule " + alert.getRule() + ", " + alert.getSeverity() + ": "
                + Words.countries(alert.getSpeakers()) + " on " + Words.country(alert.getAbout()) + ": "
                + alert.getHeadline();
    }

    @Command(
            name = "diff",
            description = "Tell which alerts of the past would come or go with other rules.",
            mixinStandardHelpOptions = true)
    int diff(
            @Parameters(paramLabel = "NEW", description = "The other rules.") Path next,
            @Option(names = "--rules", paramLabel = "FILE", description = "The rules now; else the default.") Path now,
            @Option(names = "--since", defaultValue = "30d", paramLabel = "TIME", description = "How far back: 30d.")
                    String since,
            @Option(names = "--config", paramLabel = "FILE", description = "Properties file with kafka.* keys.")
                    Path config,
            @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One configuration value.")
                    Map<String, String> values) {
        KafkaSettings settings = KafkaSettings.of(new SettingsLoader(
                        KafkaSettings.define(new Keys()).definition(), System.getenv())
                .load(Optional.ofNullable(config), Optional.ofNullable(values).orElse(Map.of())));
        Instant from = Clock.systemUTC().instant().minus(duration(since));
        WatchRules before = WatchRules.read(Optional.ofNullable(now));
        WatchRules after = WatchRules.read(Optional.of(next));
        List<EnrichedArticle> articles = new PastArticles(settings).since(from);
        print(new RulesDiff(new Analyzer(Optional.empty())).of(before, after, articles), articles.size());
        return 0;
    }

    private Duration duration(String text) {
        try {
            return DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--since: " + e.getMessage(), e);
        }
    }

    private void print(RulesDiff.Difference difference, int articles) {
        Map<String, List<Alert>> sides = new LinkedHashMap<>();
        sides.put("- ", difference.gone());
        sides.put("+ ", difference.come());
        sides.forEach((sign, alerts) -> alerts.forEach(alert -> out().println(sign + line(alert))));
        out().println(articles + " articles: " + difference.gone().size() + " alerts go, "
                + difference.come().size() + " come, " + difference.same() + " stay");
        out().flush();
    }
}
