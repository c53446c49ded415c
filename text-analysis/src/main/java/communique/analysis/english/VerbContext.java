package communique.analysis.english;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.statement.VerbSense;
import communique.analysis.statement.VerbSense.Form;
import communique.analysis.statement.VerbSense.Pattern;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.Set;

/** Tells from what stands around an English verb of speech whether it tells of words at all. */
final class VerbContext {
    private static final Set<String> GUESTS =
            Set.of("guests", "visitors", "delegation", "delegations", "pilgrims", "migrants", "refugees", "tourists");
    private static final Set<String> GOODS =
            Set.of("bounties", "bounty", "payments", "money", "cash", "weapons", "arms");

    /** Units between a verb and the noun that tells what kind of act it is. */
    private static final int NEAR = 9;

    private final Units units;
    private final Sentence sentence;
    private final Mentions mentions;
    private final SubjectFinder subjects;

    VerbContext(Units units, Sentence sentence, Mentions mentions, SubjectFinder subjects) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
        this.subjects = subjects;
    }

    /** Whether nobody says anything by it: a noun, a negation, a question, a wish, a deed. */
    boolean isNoSpeech(int unit, VerbSense verb) {
        return isNounHere(unit, verb) || isNegated(unit, verb) || isAsked(unit) || isWished(unit, verb) || isDeed(unit);
    }

    /** "calls", "reports", "demands" are nouns after a determiner, a preposition, a genitive or an adjective. */
    private boolean isNounHere(int unit, VerbSense verb) {
        int before = unit - 1;
        if (verb.form() == Form.PARTICIPLE || verb.form() == Form.PERFECT) {
            return units.is(before, WordClass.DETERMINER)
                    || (units.is(before, WordClass.PREPOSITION)
                            && !units.reads(before, "by")
                            && !units.reads(before, "after"));
        }
        return units.is(before, WordClass.DETERMINER)
                || isAdverb(unit)
                || (units.isPossessive(before) && verb.form() != Form.PAST)
                || (units.is(before, WordClass.PREPOSITION) && !units.reads(before, "to"));
    }

    /** "sent it back in May": not the verb of support. */
    private boolean isAdverb(int unit) {
        return units.reads(unit, "back")
                && (units.is(unit + 1, WordClass.PREPOSITION)
                        || units.is(unit + 1, WordClass.ADVERB)
                        || units.isMark(unit + 1));
    }

    private boolean isNegated(int unit, VerbSense verb) {
        int before = unit - 1;
        while (before > sentence.from()
                && ((units.is(before, WordClass.ADVERB) && !units.is(before, WordClass.NEGATION))
                        || units.reads(before, "to"))) {
            before--;
        }
        return verb.pattern() == Pattern.CLAUSE && units.is(before, WordClass.NEGATION);
    }

    /** "What does Moscow want?", "what Beijing wants", "if Kabul wished": nobody says so. */
    private boolean isAsked(int verb) {
        Actor subject = mentions.endingAt(subjects.beforeAuxiliaries(verb) + 1);
        int before = subject == null ? verb - 1 : subjects.beforeAuxiliaries(subject.from());
        return switch (before < 0 ? "" : units.normal(before)) {
            case "what", "how", "why", "if", "whether", "should" -> true;
            default -> false;
        };
    }

    /** "The neighbours should agree": what somebody ought to say, nobody has said. */
    private boolean isWished(int unit, VerbSense verb) {
        int before = unit - 1;
        while (before > sentence.from() && units.is(before, WordClass.ADVERB)) {
            before--;
        }
        return verb.form() == Form.BASE
                && units.is(before, WordClass.MODAL)
                && !units.reads(before, "will")
                && !units.reads(before, "would");
    }

    /** "welcomed millions of refugees", "greeted the delegation", "offered bounties": deeds, not words. */
    private boolean isDeed(int verb) {
        String normal = units.normal(verb);
        Set<String> objects = normal.startsWith("welcom") || normal.startsWith("greet")
                ? GUESTS
                : normal.startsWith("offer") ? GOODS : Set.of();
        for (int at = verb + 1; at < Math.min(verb + NEAR, sentence.to()) && !units.isMark(at); at++) {
            String object = units.normal(at);
            if (objects.contains(object.substring(object.lastIndexOf(' ') + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether "that", a quotation or a noun of speech follows soon. */
    boolean introducesWords(int verb) {
        for (int at = verb + 1; at < Math.min(verb + NEAR, sentence.to()); at++) {
            if ((units.is(at, WordClass.THAT) && at <= verb + 2)
                    || units.is(at, Kind.SPEECH_NOUN)
                    || (units.isQuotationMark(at) && at <= verb + 3)) {
                return true;
            }
            if (units.isMark(at, '.') || units.isMark(at, ';')) {
                return false;
            }
        }
        return false;
    }

    boolean isPassive(int unit, VerbSense verb) {
        if (verb.form() != Form.PAST && verb.form() != Form.PERFECT) {
            return false;
        }
        return EnglishFlow.isAfterBe(units, sentence, unit) || units.reads(unit + 1, "by");
    }
}
