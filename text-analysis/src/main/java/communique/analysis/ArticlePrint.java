package communique.analysis;

import communique.analysis.novelty.FeatureKind;
import communique.analysis.novelty.Fingerprint;
import communique.analysis.novelty.Fingerprinter;
import communique.analysis.statement.Statement;
import communique.analysis.text.Dateline;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The fingerprints of an article.
 *
 * @param story of its headline, lead and statements: what other reports of the story share
 * @param statements of its statements, in their order
 */
public record ArticlePrint(Fingerprint story, List<Fingerprint> statements) {
    /** Sentences at the beginning that tell what an article is about. */
    private static final int LEAD = 3;

    /** Where more states say something together, which they are is told by their group. */
    private static final int NAMED_SPEAKERS = 3;

    static ArticlePrint of(
            Language language,
            Units units,
            List<Sentence> sentences,
            CodePoints offsets,
            List<Statement> statements,
            Optional<LocalDate> published) {
        Set<String> story = new TreeSet<>();
        Map<Integer, Fingerprint> byStart = new HashMap<>();
        Set<Integer> starts = statements.stream().map(Statement::start).collect(Collectors.toSet());
        int lead = 0;
        for (Sentence sentence : sentences) {
            int start = offsets.at(units.text().origin(units.start(sentence.from())));
            boolean stated = starts.contains(start);
            if ((!stated && lead >= LEAD) || Dateline.isAll(units, sentence)) {
                continue;
            }
            Fingerprint print = language.fingerprinter().of(units, sentence.from(), sentence.to());
            if (stated) {
                byStart.put(start, print.in(language.grammar().language()));
                story.addAll(Fingerprinter.phrases(units, sentence.from(), sentence.to()));
            }
            if (!print.features().isEmpty()) {
                story.addAll(
                        lead < LEAD ? print.features() : print.withoutVictims().features());
                lead++;
            }
        }
        statements.stream()
                .map(Statement::states)
                .filter(states -> states.size() <= NAMED_SPEAKERS)
                .forEach(states -> states.forEach(state -> story.add(FeatureKind.SPEAKER.feature(state))));
        published.ifPresent(
                day -> story.remove(FeatureKind.DAY.feature(MonthDay.from(day).toString())));
        return new ArticlePrint(
                new Fingerprint(story).in(language.grammar().language()),
                statements.stream()
                        .map(statement -> byStart.getOrDefault(statement.start(), new Fingerprint(Set.of())))
                        .toList());
    }
}
