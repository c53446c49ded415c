package communique.analysis;

import communique.analysis.country.CountryTag;
import communique.analysis.statement.Refusal;
import communique.analysis.statement.Statement;
import communique.analysis.text.Staleness;
import communique.analysis.topic.TopicTag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the engine found in a document.
 *
 * @param language BCP 47; empty where it could not be told
 * @param countries countries it is about or names, main ones first
 * @param topics topics, heaviest first
 * @param statements statements by states about countries, in text order
 * @param refusals would-be speakers that were turned down, in text order
 * @param eventDate best guess of the day the article tells of, from dates and people in the text
 * @param staleness set where it tells of an old event under a fresh date
 */
public record Analysis(
        Optional<String> language,
        List<CountryTag> countries,
        List<TopicTag> topics,
        List<Statement> statements,
        List<Refusal> refusals,
        Optional<LocalDate> eventDate,
        Optional<Staleness> staleness) {}
