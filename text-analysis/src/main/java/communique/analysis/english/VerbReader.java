package communique.analysis.english;

import communique.analysis.speaker.Actor;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.SpeechAct;
import communique.analysis.statement.VerbSense;
import communique.analysis.statement.VerbSense.Form;
import communique.analysis.statement.VerbSense.Pattern;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.List;

/** Finds who speaks by the verbs of speech of one English sentence. */
final class VerbReader {
    /** Units between "quoted" and "as saying". */
    private static final int CITATION = 18;

    private final Units units;
    private final Sentence sentence;
    private final Mentions mentions;
    private final SubjectFinder subjects;
    private final List<Attribution> found;
    private final VerbContext context;
    private final ReportingClause clause;

    VerbReader(Units units, Sentence sentence, Mentions mentions, SubjectFinder subjects, List<Attribution> found) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
        this.subjects = subjects;
        this.found = found;
        this.context = new VerbContext(units, sentence, mentions, subjects);
        this.clause = new ReportingClause(units, sentence, mentions, subjects);
    }

    /** Adds who speaks by the verb at a unit, if anybody. */
    void read(int unit) {
        VerbSense verb = units.sense(unit, VerbSense.class);
        Actor cited = verb.form() == Form.PARTICIPLE && units.reads(unit - 1, "as") ? cited(unit) : null;
        if (cited != null) {
            found.add(new Attribution(cited, SpeechAct.SAY, EnglishRule.QUOTED, unit, false));
            return;
        }
        if (context.isNoSpeech(unit, verb)) {
            return;
        }
        if (context.isPassive(unit, verb)) {
            agent(unit, verb);
            return;
        }
        boolean says = verb.pattern() == Pattern.CLAUSE && verb.form() != Form.PARTICIPLE;
        Actor inverted = says && !units.is(unit + 1, WordClass.THAT) ? clause.follows(unit) : null;
        if (inverted != null) {
            add(inverted, verb, EnglishRule.INVERTED, unit);
            return;
        }
        Actor subject = verb.form() == Form.PARTICIPLE ? participleSubject(unit) : subjects.of(unit);
        boolean infinitive = verb.form() == Form.BASE && units.reads(unit - 1, "to") && !units.reads(unit - 2, "on");
        if (subject == null || infinitive) {
            return;
        }
        EnglishRule rule = rule(unit, verb, subject);
        boolean finite = verb.form() != Form.PAST && verb.form() != Form.PARTICIPLE;
        if ((finite && !subjects.isBeside(subject, unit))
                || (verb.pattern() == Pattern.WEAK && rule != EnglishRule.TAIL && !context.introducesWords(unit))) {
            return;
        }
        add(subject, verb, rule, unit);
    }

    private EnglishRule rule(int unit, VerbSense verb, Actor subject) {
        if (verb.form() == Form.PARTICIPLE) {
            return EnglishRule.PARTICIPLE;
        }
        return clause.isTail(unit, subject) ? EnglishRule.TAIL : EnglishRule.VERB;
    }

    private void add(Actor subject, VerbSense verb, EnglishRule rule, int unit) {
        found.add(new Attribution(subject, verb.act(), rule, unit, verb.pattern() == Pattern.TOPIC));
    }

    private void agent(int unit, VerbSense verb) {
        for (int at = unit + 1; at < Math.min(unit + 8, sentence.to()); at++) {
            if (units.reads(at, "by")) {
                Actor agent =
                        mentions.companyAt(units.isPlainWord(at + 1) && !units.isCapital(at + 1) ? at + 2 : at + 1);
                if (agent != null) {
                    add(agent, verb, EnglishRule.AGENT, unit);
                    return;
                }
            }
        }
    }

    /** The mention beside it, that of the verb before, or, at the head of a sentence, the one after its comma. */
    private Actor participleSubject(int unit) {
        Actor adjacent = mentions.endingAt(unit);
        if (adjacent != null) {
            return adjacent;
        }
        if (unit > sentence.from()) {
            return subjects.shared(unit);
        }
        for (Actor mention : mentions.all()) {
            if (units.isMark(mention.from() - 1, ',') && !mentions.isInPhrase(mention)) {
                return mention;
            }
        }
        return null;
    }

    /** "quoted the minister on Sunday as saying": who is quoted. */
    private Actor cited(int saying) {
        for (int at = saying - 2; at > Math.max(sentence.from(), saying - CITATION); at--) {
            if (units.reads(at, "quoted") || units.reads(at, "cited")) {
                return mentions.beginningAt(at + 1);
            }
        }
        return null;
    }
}
