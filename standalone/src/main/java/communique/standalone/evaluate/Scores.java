package communique.standalone.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The figures of one language, or of all. */
public final class Scores {
    /** Articles that count, ambiguous ones left out. */
    @JsonProperty
    int articles;

    /** Per article: a statement by a watched state about the watched country. */
    @JsonProperty
    final Figure alert = new Figure();

    /** Over pairs of article and speaking state. */
    @JsonProperty
    final Figure speaker = new Figure();

    /** Over sentences. */
    @JsonProperty
    final Figure statement = new Figure();

    /** Over pairs of article and country. */
    @JsonProperty
    final Figure country = new Figure();

    /** Over pairs of article and topic. */
    @JsonProperty
    final Figure topic = new Figure();

    /** Over pairs of articles with a story key. */
    @JsonProperty
    final Figure novelty = new Figure();

    /** Of one thread; absent where it was not measured. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    Speed speed;

    /** Whether the confidence of statements means what it says. */
    @JsonProperty
    final Reliability reliability = new Reliability();

    private int silent;
    private int falseAlarms;

    void countArticle(boolean expected, boolean predicted) {
        articles++;
        alert.add(expected && predicted ? 1 : 0, predicted ? 1 : 0, expected ? 1 : 0);
        if (!expected) {
            silent++;
            falseAlarms += predicted ? 1 : 0;
        }
    }

    /** F1 of the alerts. */
    public double alertF1() {
        return alert.f1();
    }

    /** F1 of the speakers. */
    public double speakerF1() {
        return speaker.f1();
    }

    /** F1 of the statements. */
    public double statementF1() {
        return statement.f1();
    }

    /** Of a hundred articles that should not alert, how many do. */
    @JsonProperty("false_alarms_per_100")
    public double falseAlarmsPer100() {
        return silent == 0 ? 0 : 100.0 * falseAlarms / silent;
    }
}
