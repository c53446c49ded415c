package communique.standalone.analyze;

import com.fasterxml.jackson.annotation.JsonInclude;
import communique.analysis.Analysis;
import communique.analysis.country.CountryTag;
import communique.analysis.speaker.Speaker;
import communique.analysis.statement.Refusal;
import communique.analysis.statement.Statement;
import communique.analysis.text.Staleness;
import communique.analysis.topic.TopicTag;
import java.util.List;

/**
 * What the engine found, in the form that is printed as JSON.
 *
 * @param language BCP 47, null where unknown
 * @param countries countries, main ones first
 * @param topics topics, heaviest first
 * @param statements statements in text order
 * @param eventDate best guess of the day of the event, ISO 8601
 * @param staleness why this is an old event under a fresh date, null where it is not
 * @param refusals who was not taken for a speaking state; null where not asked for
 */
record AnalysisJson(
        String language,
        List<CountryTag> countries,
        List<TopicTag> topics,
        List<StatementJson> statements,
        String eventDate,
        String staleness,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Refusal> refusals) {

    /** A statement; offsets count code points. */
    record StatementJson(
            List<SpeakerJson> speakers,
            String act,
            List<String> about,
            List<String> topics,
            String text,
            int start,
            int end,
            double confidence,
            List<String> rules) {
        private static StatementJson of(Statement statement) {
            return new StatementJson(
                    statement.speakers().stream().map(SpeakerJson::of).toList(),
                    statement.act().name(),
                    statement.about(),
                    statement.topics(),
                    statement.text(),
                    statement.start(),
                    statement.end(),
                    statement.confidence(),
                    statement.rules());
        }
    }

    /** A speaker; person and office are null where unknown. */
    record SpeakerJson(String country, String person, String office) {
        private static SpeakerJson of(Speaker speaker) {
            return new SpeakerJson(
                    speaker.country(),
                    speaker.person().orElse(null),
                    speaker.office().orElse(null));
        }
    }

    static AnalysisJson of(Analysis analysis, boolean explain) {
        return new AnalysisJson(
                analysis.language().orElse(null),
                analysis.countries(),
                analysis.topics(),
                analysis.statements().stream().map(StatementJson::of).toList(),
                analysis.eventDate().map(String::valueOf).orElse(null),
                analysis.staleness().map(Staleness::evidence).orElse(null),
                explain ? analysis.refusals() : null);
    }
}
