package communique.analysis.text;

import communique.analysis.lexicon.CharClass;
import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.NormalText;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into paragraphs and sentences and follows quotations across them. */
public final class SentenceSplitter {
    private static final String ALWAYS_FINAL = "!?。！？۔؟…";
    private static final String CLOSING = "”»」』)]）】’";
    private static final String OPENING = "“«「『‘„";

    /** A text without full stops is cut all the same, so that the work on it stays in bounds. */
    private static final int LONGEST = 1_000;
    /** A phrase of so many units at most names the speaker of a quotation at its end. */
    private static final int LONGEST_SPEAKER = 16;

    private final Units units;
    private final NormalText text;
    private final List<Sentence> sentences = new ArrayList<>();
    private int first;
    private int paragraph;
    private boolean quoted;
    private boolean quotedAtFirst;

    private SentenceSplitter(Units units) {
        this.units = units;
        this.text = units.text();
    }

    /** The sentences of a text in order. Every unit but line feeds belongs to exactly one. */
    public static List<Sentence> split(Units units) {
        SentenceSplitter splitter = new SentenceSplitter(units);
        splitter.run();
        return splitter.sentences;
    }

    private void run() {
        int unit = 0;
        while (unit < units.count()) {
            if (units.isMark(unit, '\n')) {
                close(unit, true);
                endParagraph(unit + 1);
                first = unit + 1;
                unit++;
            } else {
                follow(unit);
                unit++;
                if (unit - first >= LONGEST) {
                    close(unit, false);
                    first = unit;
                } else if (isFinal(unit - 1)) {
                    while (closesAfterStop(unit)) {
                        follow(unit++);
                    }
                    close(unit, false);
                    first = unit;
                }
            }
        }
        close(units.count(), true);
    }

    private void endParagraph(int next) {
        paragraph++;
        // A quotation over several paragraphs opens each of them anew; any other ends with the paragraph, closed or
        // not.
        if (next < units.count() && !isQuote(next) && !units.isMark(next, '\n')) {
            quoted = false;
        }
        quotedAtFirst = quoted;
    }

    private void close(int end, boolean endOfLine) {
        if (end > first) {
            boolean heading = endOfLine && !endsWithStop(end) && (first == 0 || units.isMark(first - 1, '\n'));
            sentences.add(new Sentence(first, end, paragraph, heading, quotedAtFirst, quoted));
        }
        quotedAtFirst = quoted;
    }

    private boolean endsWithStop(int end) {
        for (int unit = end - 1; unit >= Math.max(first, end - 4); unit--) {
            if (units.isMark(unit) && (units.isMark(unit, '.') || ALWAYS_FINAL.indexOf(original(unit)) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private char original(int unit) {
        return text.originalAt(units.start(unit));
    }

    private boolean isQuote(int unit) {
        return units.isMark(unit)
                && (original(unit) == '"' || (OPENING + "”»」』").indexOf(original(unit)) >= 0)
                && original(unit) != '‘';
    }

    private void follow(int unit) {
        if (!units.isMark(unit)) {
            return;
        }
        switch (original(unit)) {
            case '“', '«', '「', '„' -> quoted = true;
            case '”', '»', '」' -> quoted = false;
            case '"' -> quoted = opensStraight(unit);
            default -> {
                // no quotation mark
            }
        }
    }

    private boolean opensStraight(int unit) {
        boolean spaceBefore = unit == 0 || units.end(unit - 1) < units.start(unit) || units.isMark(unit - 1, '\n');
        boolean spaceAfter = unit + 1 >= units.count() || units.start(unit + 1) > units.end(unit);
        return spaceBefore == spaceAfter ? !quoted : spaceBefore;
    }

    private boolean closesAfterStop(int unit) {
        if (!units.isMark(unit) || units.start(unit) > units.end(unit - 1)) {
            return false;
        }
        char c = original(unit);
        return CLOSING.indexOf(c) >= 0 || (c == '"' && quoted) || ALWAYS_FINAL.indexOf(c) >= 0 || c == '.' || c == '*';
    }

    private boolean isFinal(int unit) {
        if (!units.isMark(unit)) {
            return endsWithDot(unit) && beginsSentence(unit + 1) && startsWithGrammar(unit + 1);
        }
        if (ALWAYS_FINAL.indexOf(original(unit)) >= 0) {
            return !goesOn(unit + 1) && !namesSpeaker(unit + 1);
        }
        return units.isMark(unit, '.') && !isInitial(unit - 1) && !isPointNumber(unit - 1) && isStop(unit);
    }

    /** "Why?" he asked: a comma or a word in small letters after the quotation. */
    private boolean goesOn(int after) {
        int next = after;
        while (units.isMark(next) && (CLOSING.indexOf(original(next)) >= 0 || (original(next) == '"' && quoted))) {
            next++;
        }
        if (units.isMark(next, ',')) {
            return true;
        }
        int word = units.isMark(next, '—') ? next + 1 : next;
        return text.isCased() && word < units.count() && Character.isLowerCase(original(word));
    }

    /** In scripts without blanks: who speaks, named in a few words right after the quotation. */
    private boolean namesSpeaker(int closing) {
        int first = closing + 1;
        boolean glued = units.isMark(closing)
                && CLOSING.indexOf(original(closing)) >= 0
                && first < units.count()
                && CharClass.isUnspaced(units.first(first))
                && units.start(first) == units.end(closing);
        if (!glued) {
            return false;
        }
        int end = first;
        while (end < first + LONGEST_SPEAKER && end < units.count() && !units.isMark(end)) {
            end++;
        }
        return ALWAYS_FINAL.indexOf(original(Math.min(end, units.count() - 1))) >= 0 && units.is(end - 1, Kind.VERB);
    }

    /** A term such as "U.S." that holds the full stop which may also end its sentence. */
    private boolean endsWithDot(int unit) {
        return units.term(unit) != null && units.end(unit) > 0 && text.charAt(units.end(unit) - 1) == '.';
    }

    private boolean startsWithGrammar(int unit) {
        return units.is(unit, WordClass.DETERMINER)
                || units.is(unit, WordClass.HE)
                || units.is(unit, WordClass.IT)
                || units.is(unit, WordClass.THEY)
                || units.is(unit, WordClass.PREPOSITION)
                || units.is(unit, WordClass.ADVERB);
    }

    private boolean isInitial(int unit) {
        return unit >= 0
                && units.end(unit) - units.start(unit) == 1
                && units.isCapital(unit)
                && units.isCapital(unit + 2);
    }

    /** "2. The sides agreed": the number of a point at the head of a line. */
    private boolean isPointNumber(int unit) {
        return unit == first
                && units.isNumber(unit)
                && units.end(unit) - units.start(unit) <= 2
                && (first == 0 || units.isMark(first - 1, '\n'));
    }

    private boolean isStop(int unit) {
        if (unit + 1 >= units.count()) {
            return true;
        }
        boolean blank = units.start(unit + 1) > units.end(unit) || units.isMark(unit + 1, '\n');
        if (blank) {
            return beginsSentence(unit + 1);
        }
        char before = text.originalAt(units.start(unit) - 1 < 0 ? 0 : units.start(unit) - 1);
        char after = original(unit + 1);
        boolean lostBlank = CharClass.isLower(before) && CharClass.isUpper(after);
        return lostBlank
                || CLOSING.indexOf(after) >= 0
                || after == '"'
                || (!isLatin(before) && CharClass.isLetter(after));
    }

    private static boolean isLatin(char c) {
        return c < '\u0250';
    }

    private boolean beginsSentence(int unit) {
        if (unit >= units.count() || units.isMark(unit) || units.isNumber(unit)) {
            return unit >= units.count() || !units.isMark(unit, ',');
        }
        char c = original(unit);
        return !text.isCased() || CharClass.isUpper(c) || !CharClass.isLower(c);
    }
}
