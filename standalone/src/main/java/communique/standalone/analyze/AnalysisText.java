package communique.standalone.analyze;

import communique.analysis.Analysis;
import communique.analysis.country.CountryTag;
import communique.analysis.speaker.Speaker;
import communique.analysis.statement.Statement;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** What the engine found, in the form people read. */
final class AnalysisText {
    private final Ansi ansi;

    AnalysisText(Ansi ansi) {
        this.ansi = ansi;
    }

    String of(Analysis analysis, boolean explain) {
        StringBuilder out = new StringBuilder();
        line(out, "language", analysis.language().orElse("unknown"));
        line(
                out,
                "countries",
                analysis.countries().stream().map(AnalysisText::country).collect(Collectors.joining("  ")));
        line(
                out,
                "topics",
                analysis.topics().stream()
                        .map(topic -> topic.code() + String.format(Locale.ROOT, " %.2f", topic.weight()))
                        .collect(Collectors.joining("  ")));
        analysis.eventDate().ifPresent(day -> line(out, "event", day.toString()));
        analysis.staleness()
                .ifPresent(stale ->
                        line(out, "stale", stale.evidence() + ", " + stale.ageDays() + " days before publication"));
        analysis.statements().forEach(statement -> statement(out, statement));
        if (explain) {
            analysis.refusals()
                    .forEach(refusal -> line(out, "not a state", refusal.text() + "  (" + refusal.rule() + ")"));
        }
        return out.toString();
    }

    private void line(StringBuilder out, String name, String value) {
        out.append(styled(String.format(Locale.ROOT, "%-12s", name), Style.faint))
                .append(value)
                .append('\n');
    }

    private static String country(CountryTag tag) {
        return (tag.main() ? "*" : "") + tag.code() + "×" + tag.mentions();
    }

    private void statement(StringBuilder out, Statement statement) {
        String who = statement.speakers().stream().map(AnalysisText::speaker).collect(Collectors.joining(" + "));
        out.append('\n')
                .append(styled(who, Style.bold))
                .append(styled(" " + statement.act().name().toLowerCase(Locale.ROOT) + " about ", Style.faint))
                .append(styled(String.join(", ", statement.about()), Style.fg_cyan))
                .append('\n')
                .append("  ")
                .append(statement.text())
                .append('\n')
                .append(styled(
                        String.format(
                                Locale.ROOT,
                                "  %d–%d  confidence %.2f  %s  %s",
                                statement.start(),
                                statement.end(),
                                statement.confidence(),
                                String.join(",", statement.rules()),
                                String.join(",", statement.topics())),
                        Style.faint))
                .append('\n');
    }

    private static String speaker(Speaker speaker) {
        return speaker.country()
                + speaker.person().map(p -> " " + p).orElse("")
                + speaker.office().map(o -> " (" + o + ")").orElse("");
    }

    private String styled(String text, Style style) {
        return ansi.enabled() ? style.on() + text + style.off() : text;
    }
}
