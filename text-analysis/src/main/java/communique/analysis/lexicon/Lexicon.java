package communique.analysis.lexicon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every term of one language and the one matcher all taggers share: a trie that is walked once from each word's
 * beginning.
 *
 * <p>A term that ends in {@code *} also matches with one of the language's endings. Immutable once built; thread-safe.
 */
public final class Lexicon {
    private static final char NON_JOINER = '\u200c';

    private final Trie trie;
    private final Meanings[] exact;
    private final Meanings[] open;
    /** The endings, by their length. */
    private final String[][] endings;

    private Lexicon(Builder builder) {
        SortedSet<String> texts = new TreeSet<>(builder.exact.keySet());
        trie = new Trie(texts.toArray(String[]::new));
        exact = new Meanings[trie.size()];
        open = new Meanings[trie.size()];
        int word = 0;
        for (String text : texts) {
            int node = trie.end(word++);
            exact[node] = Meanings.of(builder.exact.get(text));
            open[node] = Meanings.of(builder.open.get(text));
        }
        int longest = builder.endings.stream().mapToInt(String::length).max().orElse(0);
        endings = IntStream.rangeClosed(0, longest)
                .mapToObj(length -> builder.endings.stream()
                        .filter(ending -> ending.length() == length)
                        .toArray(String[]::new))
                .toArray(String[][]::new);
    }

    /** What the longest match at a position is: its term and its end. */
    public static final class Match {
        private Term term;
        private int end;

        private boolean take(Term found, int to) {
            term = found;
            end = to;
            return found != null;
        }

        /** The term. */
        public Term term() {
            return term;
        }

        /** Offset after the last character of the match. */
        public int end() {
            return end;
        }
    }

    /**
     * Finds the longest term that begins at a position and ends where a word ends.
     *
     * @param text the text in normal form
     * @param from where a word begins
     * @param match takes the result
     * @return whether there is one
     */
    public boolean longest(NormalText text, int from, Match match) {
        match.term = null;
        int node = Trie.ROOT;
        int at = from;
        int last = Trie.ROOT;
        int end = from;
        while (at < text.length()) {
            int next = trie.step(node, text.charAt(at));
            if (next == Trie.NONE && !isJoinerInWord(text, from, at)) {
                break;
            }
            at++;
            if (next != Trie.NONE) {
                node = next;
                if (trie.isEnd(node)) {
                    last = node;
                    end = at;
                }
            }
        }
        while (last != Trie.ROOT && !accepts(text, from, last, end, match)) {
            last = trie.parent(last);
            end--;
            if (isJoinerInWord(text, from, end - 1) && trie.step(trie.parent(last), ' ') != last) {
                end--;
            }
        }
        return match.term != null;
    }

    /** A zero-width non-joiner typed inside a word, where the term has neither it nor a blank. */
    private static boolean isJoinerInWord(NormalText text, int from, int at) {
        return at > from && text.originalAt(at) == NON_JOINER && text.charAt(at + 1) != ' ';
    }

    /** Whether a node of the trie is a term here; most are none, being no whole word. */
    private boolean accepts(NormalText text, int from, int node, int at, Match match) {
        if (!trie.isEnd(node)) {
            return false;
        }
        if (exact[node] != null && isWordEnd(text, at)) {
            return match.take(exact[node].in(text, from, at), at);
        }
        if (open[node] == null) {
            return false;
        }
        int end = wordEnd(text, at);
        return (end == at || isEnding(text, at, end)) && match.take(open[node].in(text, from, end), end);
    }

    /** The end of the letters from a place on, or a place further than any ending reaches. */
    private int wordEnd(NormalText text, int at) {
        int end = at;
        while (end - at < endings.length
                && CharClass.isLetter(text.charAt(end))
                && !CharClass.isUnspaced(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isEnding(NormalText text, int from, int to) {
        if (to - from >= endings.length) {
            return false;
        }
        for (String ending : endings[to - from]) {
            if (text.reads(from, ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWordEnd(NormalText text, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        return CharClass.isUnspaced(before)
                || CharClass.isUnspaced(after)
                || CharClass.endsWord(before)
                || !isWordPart(before)
                || !isWordPart(after);
    }

    private static boolean isWordPart(char c) {
        return CharClass.isLetter(c) || CharClass.isDigit(c);
    }

    /** What one spelling means, by how it is written: as a name, all in capitals, or in small letters. */
    private static final class Entry {
        private final Term small;
        private final Term name;
        private final Term acronym;
        private boolean anyWriting = true;

        Entry(String text) {
            small = new Term(text);
            name = new Term(text);
            acronym = new Term(text);
        }

        /** A meaning of a term in small letters holds in any writing, one of a name only where capitals are. */
        void add(Capitals least, Sense sense) {
            anyWriting &= least == Capitals.NONE;
            acronym.add(sense);
            if (least != Capitals.ALL) {
                name.add(sense);
            }
            if (least == Capitals.NONE) {
                small.add(sense);
            }
        }

        Stream<Term> terms() {
            return Stream.of(small, name, acronym).filter(term -> term.size() > 0);
        }
    }

    /** As {@link Entry}, when all is said: a term is null where the spelling means nothing so. */
    private record Meanings(Term small, Term name, Term acronym, boolean anyWriting) {
        static Meanings of(Entry entry) {
            return entry == null
                    ? null
                    : new Meanings(orNull(entry.small), orNull(entry.name), orNull(entry.acronym), entry.anyWriting);
        }

        private static Term orNull(Term term) {
            return term.size() == 0 ? null : term;
        }

        /** What it means as a part of a text is written; null where it needs capitals that are not there. */
        Term in(NormalText text, int from, int to) {
            return anyWriting ? small : as(text.capitals(from, to));
        }

        private Term as(Capitals capitals) {
            return switch (capitals) {
                case NONE -> small;
                case FIRST -> name;
                case ALL -> acronym;
            };
        }
    }

    /** Collects terms for one language. */
    public static final class Builder {
        private final Map<String, Entry> exact = new LinkedHashMap<>();
        /** Those that also match with an ending. */
        private final Map<String, Entry> open = new LinkedHashMap<>();

        private final Set<String> endings;
        private final Inflection inflection;

        /**
         * An empty lexicon of a language whose terms are given in every form.
         *
         * @param endings what may follow a term marked with {@code *}, in normal form
         */
        public Builder(Set<String> endings) {
            this(endings, Inflection.NONE);
        }

        /**
         * An empty lexicon.
         *
         * @param endings what may follow a term marked with {@code *}, in normal form
         * @param inflection the forms of its terms
         */
        public Builder(Set<String> endings, Inflection inflection) {
            this.endings = endings;
            this.inflection = inflection;
        }

        /** Adds a meaning to every form of a noun or noun phrase. */
        public Builder addNoun(String term, Sense sense) {
            if (term.endsWith("*")) {
                return add(term, sense);
            }
            inflection.noun(term).forEach((form, parts) -> {
                add(form, sense);
                parts.forEach(part -> add(form, part));
            });
            return this;
        }

        /** Adds a meaning to every form of a verb. */
        public Builder addVerb(String term, Sense sense) {
            inflection.verb(term).forEach(form -> add(form, sense));
            return this;
        }

        /**
         * Adds a meaning to a term; the term is given as people write it. A zero-width non-joiner in it stands for what
         * texts have in its place: a blank, or nothing.
         */
        public Builder add(String term, Sense sense) {
            if (term.indexOf(NON_JOINER) >= 0) {
                addOne(term.replace(String.valueOf(NON_JOINER), ""), sense);
            }
            return addOne(term, sense);
        }

        private Builder addOne(String term, Sense sense) {
            boolean inflects = term.endsWith("*");
            String written = inflects ? term.substring(0, term.length() - 1) : term;
            String text = NormalText.fold(written);
            exact.computeIfAbsent(text, Entry::new).add(Capitals.of(written), sense);
            if (inflects) {
                open.computeIfAbsent(text, Entry::new).add(Capitals.of(written), sense);
            }
            return this;
        }

        /** The terms so far. */
        public List<Term> terms() {
            return Stream.concat(exact.values().stream(), open.values().stream())
                    .flatMap(Entry::terms)
                    .toList();
        }

        /** Adds a meaning to a term that is there. */
        public void addTo(Term term, Sense sense) {
            term.add(sense);
        }

        /** The finished lexicon. */
        public Lexicon build() {
            return new Lexicon(this);
        }
    }
}
