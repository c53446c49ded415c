package communique.analysis.chinese;

import communique.analysis.phrase.PhraseGrammar;
import communique.analysis.phrase.WordOrder;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.speaker.OrganSense;
import communique.analysis.speaker.Outlet;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.Flow;
import communique.analysis.statement.Rule;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The grammar of Chinese. */
public final class ChineseGrammar extends PhraseGrammar {
    /** Transliterated names are long. */
    private static final int LONGEST_NAME = 8;

    private static final int LONGEST_ATTRIBUTE = 3;

    /** Organs that are China's where nobody's name stands before them. */
    private static final Set<String> HOME_ORGANS = Set.of("foreign-ministry", "defence-ministry", "security-council");

    private static final String HOME = "CN";

    /** The grammar, without state. */
    public ChineseGrammar() {
        super(new WordOrder("zh", true, false, false, LONGEST_NAME));
    }

    @Override
    public List<Rule> rules() {
        return ChineseRule.all();
    }

    @Override
    public void settle(Units units) {
        new PakistaniTaliban(units).settle();
        Namesakes.settle(units);
        new ShortNames(units).settle();
        new SharedNames(units).settle();
    }

    /** In Chinese "the foreign ministry" alone is that of China, or of Taiwan where its press writes. */
    @Override
    public List<Actor> mentions(Units units, Sentence sentence) {
        List<Actor> mentions = new ArrayList<>();
        for (Actor mention : super.mentions(units, sentence)) {
            Actor last = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
            if (last != null && isRow(units, last, mention)) {
                mentions.set(mentions.size() - 1, last.with(mention));
            } else {
                mentions.add(told(units, mention));
            }
        }
        return mentions;
    }

    /** "The local police" are nobody's known. */
    private static Actor told(Units units, Actor mention) {
        if (mention.type() == ActorType.BARE && isLocal(units, mention.from())) {
            return new Actor.Builder(ActorType.OUTSIDER, mention.from(), mention.to())
                    .group(Optional.of("local"))
                    .build();
        }
        return isHome(units, mention) ? mention.of(home(units)) : mention;
    }

    /** "Local" may be parted from its noun by a word: the local relief agencies. */
    private static boolean isLocal(Units units, int from) {
        int unit = from - 1;
        while (unit > from - LONGEST_ATTRIBUTE && !units.isMark(unit) && !units.is(unit, WordClass.COUNTRY_ANAPHOR)) {
            unit--;
        }
        return units.is(unit, WordClass.COUNTRY_ANAPHOR);
    }

    /** States joined by "and" or a comma speak and are spoken of as one. */
    private static boolean isRow(Units units, Actor last, Actor next) {
        return last.type() == ActorType.STATE
                && next.type() == ActorType.STATE
                && next.from() == last.to() + 1
                && (units.is(last.to(), WordClass.AND) || units.isMark(last.to(), '、'));
    }

    private static List<String> home(Units units) {
        return List.of(Outlet.of(Optional.empty(), false, units).country().orElse(HOME));
    }

    private static boolean isHome(Units units, Actor mention) {
        if (mention.type() != ActorType.BARE || units.is(mention.from() - 1, WordClass.DETERMINER)) {
            return false;
        }
        for (int unit = mention.from(); unit < mention.to(); unit++) {
            OrganSense organ = units.sense(unit, OrganSense.class);
            if (organ != null && HOME_ORGANS.contains(organ.id())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Attribution> attributions(Units units, Sentence sentence, List<Actor> mentions) {
        return new SpeakerFinder(units, sentence, mentions).find();
    }

    @Override
    public Flow flow(Units units, Sentence sentence) {
        if (isPoint(units, sentence.from())) {
            return Flow.POINT;
        }
        Flow flow = Flow.OPEN;
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, WordClass.WE)) {
                return Flow.OWN;
            }
            if (units.is(unit, WordClass.PAST)) {
                flow = Flow.NARRATIVE;
            } else if (flow == Flow.OPEN && units.is(unit, WordClass.MODAL)) {
                flow = Flow.SPEECH;
            }
        }
        return flow;
    }

    private static boolean isPoint(Units units, int from) {
        boolean numbered = units.isNumber(from) || units.is(from, WordClass.ORDINAL);
        boolean marked = units.isMark(from + 1, '、') || units.isMark(from + 1, ',') || units.isMark(from + 1, '.');
        return numbered && (marked || endsInVerb(units, from));
    }

    /** "One is ...", "two must ...". */
    private static boolean endsInVerb(Units units, int ordinal) {
        char last = units.text().charAt(units.end(ordinal) - 1);
        return last == '是' || last == '要';
    }
}
