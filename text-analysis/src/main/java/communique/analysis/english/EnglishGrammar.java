package communique.analysis.english;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.Flow;
import communique.analysis.statement.Grammar;
import communique.analysis.statement.SourcePhrase;
import communique.analysis.statement.SpeechAct;
import communique.analysis.statement.SpeechNounSense;
import communique.analysis.statement.VerbSense;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.List;

/** English: subject before verb, titles before names, owners before offices. */
public final class EnglishGrammar implements Grammar {
    /** What a noun phrase that names somebody can begin with, beside a capital. */
    private static final int NAMING = Kind.COUNTRY.bit()
            | Kind.PERSON.bit()
            | Kind.OFFICE.bit()
            | Kind.ORGAN.bit()
            | Kind.BLOC.bit()
            | Kind.OUTSIDER.bit();

    /** Names somebody by itself. */
    private static final long PRONOUN =
            WordClass.COLLECTIVE.bit() | WordClass.HE.bit() | WordClass.IT.bit() | WordClass.THEY.bit();

    private static final long OPENING = WordClass.FORMER.bit() | WordClass.MODIFIER.bit() | PRONOUN;

    @Override
    public String language() {
        return "en";
    }

    @Override
    public List<EnglishRule> rules() {
        return List.of(EnglishRule.values());
    }

    /** Who the bare word "Taliban" means, and which names are those of other people. */
    @Override
    public void settle(Units units) {
        PakistaniTaliban.settle(units);
        Namesakes.settle(units);
    }

    @Override
    public List<Actor> mentions(Units units, Sentence sentence) {
        List<Actor> mentions = new ArrayList<>(4);
        int unit = sentence.from();
        while (unit < sentence.to()) {
            Actor mention = canBegin(units, unit)
                    ? NounPhraseReader.read(units, sentence, unit).orElse(null)
                    : null;
            if (mention != null) {
                mentions.add(mention);
            }
            unit = mention == null ? unit + 1 : mention.to();
        }
        return appositions(units, mentions);
    }

    @Override
    public List<Attribution> attributions(Units units, Sentence sentence, List<Actor> mentions) {
        return AttributionFinder.find(units, sentence, mentions);
    }

    @Override
    public List<SourcePhrase> sources(Units units, Sentence sentence) {
        return SourceFinder.find(units, sentence);
    }

    @Override
    public boolean isPlural(Units units, int office) {
        return units.normal(office).endsWith("s");
    }

    @Override
    public Flow flow(Units units, Sentence sentence) {
        return EnglishFlow.of(units, sentence);
    }

    /** "This was stated by", "The announcement was made by". */
    @Override
    public boolean pointsBack(Units units, Sentence sentence) {
        int from = sentence.from();
        boolean remark = units.is(from, WordClass.DETERMINER) && units.is(from + 1, Kind.SPEECH_NOUN);
        boolean pronoun = units.reads(from, "this") || units.reads(from, "that") || units.is(from, WordClass.IT);
        int be = remark ? from + 2 : from + 1;
        return (remark || pronoun)
                && !units.reads(be + 1, "signed")
                && !units.reads(be + 1, "inked")
                && (units.reads(be, "was")
                        || units.reads(be, "is")
                        || units.reads(be, "comes")
                        || units.reads(be, "has been"));
    }

    @Override
    public boolean announcesJointPoints(Units units, Sentence sentence) {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, Kind.SPEECH_NOUN)
                    && units.sense(unit, SpeechNounSense.class).act() == SpeechAct.AGREE) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean announcesEvent(Units units, Sentence sentence) {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            VerbSense verb = units.sense(unit, VerbSense.class);
            if (units.is(unit, WordClass.EVENT) || (verb != null && verb.pattern() == VerbSense.Pattern.TOPIC)) {
                return true;
            }
        }
        return false;
    }

    private static boolean canBegin(Units units, int unit) {
        boolean determiner = units.is(unit, WordClass.DETERMINER)
                && !units.is(unit, Kind.COUNTRY)
                && (units.words(unit) & PRONOUN) == 0;
        return determiner
                ? opens(units, unit + 1) || units.is(unit + 1, Kind.SPEECH_NOUN) || units.isPossessive(unit + 1)
                : opens(units, unit);
    }

    private static boolean opens(Units units, int unit) {
        return (units.kinds(unit) & NAMING) != 0 || (units.words(unit) & OPENING) != 0 || units.isCapital(unit);
    }

    /** "Yue Xiaoyong, China's special envoy, said": a name and an office side by side between commas are one. */
    private static List<Actor> appositions(Units units, List<Actor> mentions) {
        List<Actor> merged = new ArrayList<>(mentions.size());
        for (Actor mention : mentions) {
            Actor before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null
                    && units.isMark(before.to(), ',')
                    && mention.from() == before.to() + 1
                    && belong(before, mention)
                    && closes(units, mention.to())) {
                merged.set(merged.size() - 1, merge(before, mention));
            } else {
                merged.add(mention);
            }
        }
        return merged;
    }

    private static boolean closes(Units units, int unit) {
        return unit >= units.count()
                || units.isMark(unit)
                || units.is(unit, Kind.VERB)
                || units.is(unit, WordClass.RELATIVE)
                || units.is(unit, WordClass.PREPOSITION)
                || units.is(unit, WordClass.ADVERB)
                || units.is(unit, WordClass.AUXILIARY);
    }

    private static boolean belong(Actor a, Actor b) {
        boolean nameThenOffice = isNamed(a) && a.office().isEmpty() && isOffice(b) && !isNamed(b);
        boolean officeThenName =
                isOffice(a) && !isNamed(a) && isNamed(b) && b.office().isEmpty();
        boolean nameThenOutsider = isNamed(a) && b.type() == ActorType.OUTSIDER && !isNamed(b);
        return nameThenOffice || officeThenName || nameThenOutsider;
    }

    private static boolean isNamed(Actor actor) {
        return actor.name().isPresent() && actor.type() != ActorType.COLLECTIVE;
    }

    private static boolean isOffice(Actor actor) {
        return actor.isOffice() && (actor.type() == ActorType.OFFICIAL || actor.type() == ActorType.BARE);
    }

    private static Actor merge(Actor a, Actor b) {
        Actor named = isNamed(a) ? a : b;
        Actor other = named == a ? b : a;
        ActorType type = other.type() == ActorType.OUTSIDER
                ? ActorType.OUTSIDER
                : named.person().isPresent() ? ActorType.OFFICIAL : other.type();
        return new Actor.Builder(type, a.from(), b.to())
                .states(other.states())
                .person(named.person())
                .name(named.name())
                .office(other.office())
                .group(other.group())
                .build();
    }
}
