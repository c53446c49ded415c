package communique.analysis.english;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.SpeechAct;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.List;

/** Finds who speaks by the colon or dash of a headline, or of a turn in an interview. */
final class HeadlineReader {
    private final Units units;
    private final Sentence sentence;
    private final Mentions mentions;
    private final List<Attribution> found;

    HeadlineReader(Units units, Sentence sentence, Mentions mentions, List<Attribution> found) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
        this.found = found;
    }

    /** Adds who speaks by a mark, before those found by words where the mark comes first. */
    void read() {
        Actor first = mentions.first();
        boolean opens = units.isMark(first.to(), ':') && first.from() <= sentence.from() + 3;
        if (opens && (sentence.heading() || isTurn(first))) {
            found.add(0, new Attribution(first, SpeechAct.SAY, EnglishRule.COLON, first.to(), false));
        }
        if (sentence.heading()) {
            afterMatter(first, opens);
            atEnd();
        }
    }

    private void afterMatter(Actor first, boolean opens) {
        int colon = opens ? -1 : colonAfterMatter(first);
        if (colon >= 0) {
            found.add(0, new Attribution(first, SpeechAct.SAY, EnglishRule.COLON, colon, false));
        }
    }

    private void atEnd() {
        for (Actor mention : mentions.all()) {
            int before = mention.from() - 1;
            boolean setOff = isDash(before) || (units.isMark(before, ':') && mention.isOffice());
            if (mention.to() >= sentence.to() - 1 && setOff && before > sentence.from()) {
                found.add(new Attribution(mention, SpeechAct.SAY, EnglishRule.DASH, before, false));
                return;
            }
        }
    }

    /** "Lavrov on the talks: ...": the colon after what somebody at the head speaks of, -1 for none. */
    private int colonAfterMatter(Actor first) {
        boolean spokenOf = units.reads(first.to(), "on") || units.reads(first.to(), "about");
        if (!spokenOf || first.from() > sentence.from() + 3) {
            return -1;
        }
        int unit = first.to() + 1;
        while (unit < sentence.to() && !units.isMark(unit, ':') && !units.is(unit, Kind.VERB)) {
            unit++;
        }
        return units.isMark(unit, ':') && unit < sentence.to() - 1 ? unit : -1;
    }

    /** A dash, or a hyphen between blanks. */
    private boolean isDash(int unit) {
        return units.isMark(unit, '—')
                || (units.isMark(unit, '-')
                        && units.start(unit) > units.end(unit - 1)
                        && units.start(unit + 1) > units.end(unit));
    }

    /** "Lin Jian: ..." at the head of a paragraph of an interview. */
    private boolean isTurn(Actor first) {
        boolean headOfParagraph = sentence.from() == 0 || units.isMark(sentence.from() - 1, '\n');
        return headOfParagraph && first.from() == sentence.from() && first.isPerson();
    }
}
