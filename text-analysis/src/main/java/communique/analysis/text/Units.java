package communique.analysis.text;

import communique.analysis.lexicon.CharClass;
import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.NormalText;
import communique.analysis.lexicon.Sense;
import communique.analysis.lexicon.Term;
import java.util.Arrays;

/**
 * A text as a row of units: terms of the lexicon, other words, numbers and punctuation marks; a pictograph that is no
 * term counts as a blank. Made in the one pass over the text that all taggers share.
 */
public final class Units {
    private static final byte TERM = 1;
    private static final byte WORD = 2;
    private static final byte NUMBER = 3;
    private static final byte MARK = 4;

    private static final String QUOTATION_MARKS = "\"“”«»";

    private final NormalText text;
    private int count;
    private int[] starts;
    private int[] ends;
    private byte[] types;
    private Term[] terms;
    /** Of each unit's term, as {@link Term} has them; 0 where it has none. These are asked for most of all. */
    private int[] kinds;

    private long[] words;
    /** Whether a unit's first letter is a capital. */
    private boolean[] capital;

    private Units(NormalText text) {
        this.text = text;
        int guess = text.length() / 5 + 16;
        starts = new int[guess];
        ends = new int[guess];
        types = new byte[guess];
        terms = new Term[guess];
        kinds = new int[guess];
        words = new long[guess];
        capital = new boolean[guess];
    }

    /** Cuts a text into units; linear in its length. */
    public static Units of(NormalText text, Lexicon lexicon) {
        Units units = new Units(text);
        Lexicon.Match match = new Lexicon.Match();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ') {
                at++;
            } else if (lexicon.longest(text, at, match)) {
                units.add(at, match.end(), TERM, match.term());
                at = match.end();
            } else if (text.isPictograph(at)) {
                at++;
            } else if (CharClass.isWordPart(c)) {
                at = units.addWord(at);
            } else {
                int end = units.isPossessiveAt(at) ? at + 2 : at + 1;
                units.add(at, end, MARK, null);
                at = end;
            }
        }
        return units;
    }

    private int addWord(int from) {
        int end = from + 1;
        boolean number = CharClass.isDigit(text.charAt(from));
        if (!CharClass.isUnspaced(text.charAt(from))) {
            while (end < text.length() && continuesWord(end)) {
                number &= CharClass.isDigit(text.charAt(end)) || !CharClass.isWordPart(text.charAt(end));
                end++;
            }
        }
        add(from, end, number ? NUMBER : WORD, null);
        return end;
    }

    private boolean continuesWord(int at) {
        char c = text.charAt(at);
        if (CharClass.isWordPart(c)) {
            return !CharClass.isUnspaced(c) && !CharClass.endsWord(text.charAt(at - 1)) && !text.isPictograph(at);
        }
        boolean between = CharClass.isWordPart(text.charAt(at - 1)) && CharClass.isWordPart(text.charAt(at + 1));
        if (c == '\'') {
            return between && !isPossessiveAt(at);
        }
        boolean digits = CharClass.isDigit(text.charAt(at - 1)) && CharClass.isDigit(text.charAt(at + 1));
        // "anti-Taliban": a name after a prefix is a unit of its own.
        boolean prefixed = CharClass.isUpper(text.originalAt(at + 1)) && CharClass.isLower(text.originalAt(at - 1));
        return between && ((c == '-' && !prefixed) || ((c == '.' || c == ',') && digits));
    }

    /** A possessive ending is a unit of its own. */
    private boolean isPossessiveAt(int at) {
        return text.charAt(at) == '\'' && text.charAt(at + 1) == 's' && !CharClass.isWordPart(text.charAt(at + 2));
    }

    private void add(int start, int end, byte type, Term term) {
        if (count == starts.length) {
            grow();
        }
        starts[count] = start;
        ends[count] = end;
        types[count] = type;
        set(count, term);
        capital[count] = type != MARK && CharClass.isUpper(text.originalAt(start));
        count++;
    }

    private void set(int unit, Term term) {
        terms[unit] = term;
        kinds[unit] = term == null ? 0 : term.kinds();
        words[unit] = term == null ? 0 : term.words();
    }

    private void grow() {
        int size = count * 2;
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        types = Arrays.copyOf(types, size);
        terms = Arrays.copyOf(terms, size);
        kinds = Arrays.copyOf(kinds, size);
        words = Arrays.copyOf(words, size);
        capital = Arrays.copyOf(capital, size);
    }

    /** Number of units. */
    public int count() {
        return count;
    }

    /** Offset of a unit's first character in the normal text. */
    public int start(int unit) {
        return starts[unit];
    }

    /** Offset after a unit's last character in the normal text. */
    public int end(int unit) {
        return ends[unit];
    }

    /** The term a unit is; null for any other. */
    public Term term(int unit) {
        return unit >= 0 && unit < count ? terms[unit] : null;
    }

    /**
     * Settles what a unit means in this text: one of the meanings of its term, or with null that it is a plain word.
     */
    public void settle(int unit, Sense meant) {
        types[unit] = meant == null ? WORD : TERM;
        set(unit, meant == null ? null : terms[unit].as(meant));
    }

    /** The kinds of meaning a unit can have, one bit each. */
    public int kinds(int unit) {
        return unit >= 0 && unit < count ? kinds[unit] : 0;
    }

    /** Whether a unit can have a meaning of a kind. */
    public boolean is(int unit, Kind kind) {
        return (kinds(unit) & kind.bit()) != 0;
    }

    /** Whether a sentence holds a unit that can have a meaning of a kind. */
    public boolean holds(Sentence sentence, Kind kind) {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if ((kinds[unit] & kind.bit()) != 0) {
                return true;
            }
        }
        return false;
    }

    /** A unit's first meaning of a type; null where it has none. */
    public <S extends Sense> S sense(int unit, Class<S> type) {
        Term term = term(unit);
        return term == null ? null : term.sense(type);
    }

    /** The classes of a unit as a word of grammar, one bit each. */
    public long words(int unit) {
        return unit >= 0 && unit < count ? words[unit] : 0;
    }

    /** Whether a unit is a word of grammar of a class. */
    public boolean is(int unit, WordClass wordClass) {
        return (words(unit) & wordClass.bit()) != 0;
    }

    /** Whether a sentence holds a word of grammar of a class. */
    public boolean holds(Sentence sentence, WordClass wordClass) {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if ((words[unit] & wordClass.bit()) != 0) {
                return true;
            }
        }
        return false;
    }

    /** A unit as a word of a class; null where it is none. */
    public WordSense word(int unit, WordClass wordClass) {
        if (!is(unit, wordClass)) {
            return null;
        }
        Term term = terms[unit];
        for (int i = 0; i < term.size(); i++) {
            if (term.sense(i) instanceof WordSense word && word.wordClass() == wordClass) {
                return word;
            }
        }
        return null;
    }

    /** Whether a unit is a given punctuation mark. */
    public boolean isMark(int unit, char mark) {
        return unit >= 0 && unit < count && types[unit] == MARK && text.charAt(starts[unit]) == mark;
    }

    /** Whether a unit is a punctuation mark. */
    public boolean isMark(int unit) {
        return unit >= 0 && unit < count && types[unit] == MARK;
    }

    /** Whether a unit is a double quotation mark, of either direction. */
    public boolean isQuotationMark(int unit) {
        return isMark(unit) && QUOTATION_MARKS.indexOf(text.originalAt(starts[unit])) >= 0;
    }

    /** Whether a unit is the ending of an English genitive: 's, or the bare apostrophe of a plural. */
    public boolean isPossessive(int unit) {
        return isMark(unit, '\'') && (ends[unit] - starts[unit] == 2 || (unit > 0 && ends[unit - 1] == starts[unit]));
    }

    /** Whether a blank stands before it between characters of a script that writes none: it parts clauses. */
    public boolean isAfterGap(int unit) {
        return unit > 0
                && unit < count()
                && start(unit) > end(unit - 1)
                && CharClass.isUnspaced(first(unit))
                && CharClass.isUnspaced(first(unit - 1));
    }

    /** Whether a unit is a number in digits. */
    public boolean isNumber(int unit) {
        return unit >= 0 && unit < count && types[unit] == NUMBER;
    }

    /** Whether a unit is a word that the lexicon does not know. */
    public boolean isPlainWord(int unit) {
        return unit >= 0 && unit < count && types[unit] == WORD;
    }

    /** Whether a unit begins with a capital letter. */
    public boolean isCapital(int unit) {
        return unit >= 0 && unit < count && capital[unit];
    }

    /** First character of a unit in normal form. */
    public char first(int unit) {
        return text.charAt(starts[unit]);
    }

    /** Last character of a unit in normal form. */
    public char last(int unit) {
        return text.charAt(ends[unit] - 1);
    }

    /** A unit in normal form. */
    public String normal(int unit) {
        return text.slice(starts[unit], ends[unit]);
    }

    /** Whether a unit ends so in normal form. */
    public boolean ends(int unit, String ending) {
        return unit >= 0
                && unit < count
                && ends[unit] - starts[unit] >= ending.length()
                && text.reads(ends[unit] - ending.length(), ending);
    }

    /** Whether a unit reads so in normal form. */
    public boolean reads(int unit, String word) {
        return unit >= 0
                && unit < count
                && ends[unit] - starts[unit] == word.length()
                && text.reads(starts[unit], word);
    }

    /** The text. */
    public NormalText text() {
        return text;
    }
}
