package communique.analysis.english;

import communique.analysis.speaker.Actor;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.List;

/** Those whom one English sentence mentions, by the units they begin and end at. */
final class Mentions {
    private final Units units;
    private final int from;
    private final List<Actor> all;
    private final Actor[] beginning;
    private final Actor[] ending;

    Mentions(Units units, Sentence sentence, List<Actor> mentions) {
        this.units = units;
        this.from = sentence.from();
        this.all = mentions;
        int size = Math.max(sentence.to(), mentions.get(mentions.size() - 1).to()) - from + 1;
        beginning = new Actor[size];
        ending = new Actor[size];
        for (Actor mention : mentions) {
            beginning[mention.from() - from] = mention;
            ending[mention.to() - from] = mention;
        }
    }

    /** All of them, in order. */
    List<Actor> all() {
        return all;
    }

    /** The one named first. */
    Actor first() {
        return all.get(0);
    }

    /** The mention that begins at a unit, a determiner skipped; null for none. */
    Actor beginningAt(int unit) {
        Actor here = at(unit, beginning);
        return here == null && units.is(unit, WordClass.DETERMINER) ? at(unit + 1, beginning) : here;
    }

    /** The mention that ends before a unit; null for none. */
    Actor endingAt(int unit) {
        return at(unit, ending);
    }

    private Actor at(int unit, Actor[] places) {
        int place = unit - from;
        return place >= 0 && place < places.length ? places[place] : null;
    }

    /** Whether a mention stands in a prepositional phrase or in brackets, or owns what follows. */
    boolean isInPhrase(Actor mention) {
        return units.is(mention.from() - 1, WordClass.PREPOSITION)
                || units.isPossessive(mention.to())
                || (units.isMark(mention.from() - 1, '(') && units.isMark(mention.to(), ')'));
    }

    /** The mention that begins at a unit, with those joined to it: "by Russia, China and the United States". */
    Actor companyAt(int unit) {
        Actor first = beginningAt(unit);
        Actor all = first;
        boolean and = false;
        Actor next = first == null || !first.isResolved() ? null : beginningAt(afterJoint(first.to()));
        while (next != null && next.isResolved()) {
            and |= units.reads(next.from() - 1, "and") || units.reads(next.from() - 2, "and");
            all = all.with(next);
            next = and ? null : beginningAt(afterJoint(next.to()));
        }
        return and ? all : first;
    }

    private int afterJoint(int to) {
        int at = units.isMark(to, ',') ? to + 1 : to;
        at = units.reads(at, "and") ? at + 1 : at;
        return at == to ? -1 : at;
    }

    /** The mention with those it is joined to: "Russia and China", in a headline also "Russia, China". */
    Actor companyOf(Actor last, boolean heading) {
        Actor all = last;
        Actor first = last;
        boolean and = heading;
        Actor before = endingAt(beforeJoint(first.from()));
        while (before != null && before.isResolved() && all.isResolved() && !isInPhrase(before)) {
            and |= units.reads(first.from() - 1, "and") || units.isMark(first.from() - 1, '&');
            if (!and) {
                break;
            }
            all = before.with(all);
            first = before;
            before = endingAt(beforeJoint(first.from()));
        }
        return all;
    }

    private int beforeJoint(int from) {
        int at = from - 1;
        if (units.reads(at, "and") || units.isMark(at, '&')) {
            at--;
        }
        if (units.isMark(at, ',')) {
            at--;
        }
        return at == from - 1 ? -1 : at + 1;
    }
}
