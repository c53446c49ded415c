package communique.analysis.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every term of one language and the one matcher all taggers share: a trie that is walked once from each word's
 * beginning.
 *
 * <p>A term that ends in {@code *} also matches with one of the language's endings. Immutable once built; thread-safe.
 */
public final class Lexicon {
    private static final int ROOT = 0;
    private static final int LONGEST_ENDING = 4;
    private static final char NON_JOINER = '\u200c';

    private final long[] edges;
    private final int[] targets;
    private final int edgeMask;
    private final Entry[] exact;
    private final Entry[] open;
    private final Set<String> endings;

    private Lexicon(Builder builder) {
        int capacity = Integer.highestOneBit(Math.max(16, builder.edges.size() * 2)) << 1;
        edges = new long[capacity];
        targets = new int[capacity];
        edgeMask = capacity - 1;
        builder.edges.forEach(this::insert);
        exact = new Entry[builder.nodes];
        open = new Entry[builder.nodes];
        builder.exact.forEach((node, entry) -> exact[node] = entry);
        builder.open.forEach((node, entry) -> open[node] = entry);
        endings = Set.copyOf(builder.endings);
    }

    private void insert(long edge, int target) {
        int slot = slot(edge);
        while (edges[slot] != 0) {
            slot = (slot + 1) & edgeMask;
        }
        edges[slot] = edge;
        targets[slot] = target;
    }

    private int slot(long edge) {
        long mixed = edge * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & edgeMask;
    }

    private int step(int node, char c) {
        long edge = edge(node, c);
        int slot = slot(edge);
        while (edges[slot] != 0) {
            if (edges[slot] == edge) {
                return targets[slot];
            }
            slot = (slot + 1) & edgeMask;
        }
        return -1;
    }

    private static long edge(int node, char c) {
        return ((long) node << 16 | c) + 1;
    }

    /** What the longest match at a position is: its term and its end. */
    public static final class Match {
        private Term term;
        private int end;

        private void take(Term found, int to) {
            if (found != null) {
                term = found;
                end = to;
            }
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
        int node = ROOT;
        int at = from;
        while (node >= 0 && at < text.length()) {
            node = step(node, text.charAt(at++));
            if (node >= 0) {
                accept(text, from, node, at, match);
            }
        }
        return match.term != null;
    }

    private void accept(NormalText text, int from, int node, int at, Match match) {
        if (exact[node] != null && isWordEnd(text, at)) {
            match.take(exact[node].in(text, from, at), at);
        } else if (open[node] != null) {
            int end = at;
            while (end - at <= LONGEST_ENDING
                    && CharClass.isLetter(text.charAt(end))
                    && !CharClass.isUnspaced(text.charAt(end))) {
                end++;
            }
            if (end == at || endings.contains(text.slice(at, end))) {
                match.take(open[node].in(text, from, end), end);
            }
        }
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

        /** What it means as a part of a text is written; null where it needs capitals that are not there. */
        Term in(NormalText text, int from, int to) {
            Term term = anyWriting ? small : as(text.capitals(from, to));
            return term.size() == 0 ? null : term;
        }

        private Term as(Capitals capitals) {
            return switch (capitals) {
                case NONE -> small;
                case FIRST -> name;
                case ALL -> acronym;
            };
        }

        Stream<Term> terms() {
            return Stream.of(small, name, acronym).filter(term -> term.size() > 0);
        }
    }

    /** Collects terms for one language. */
    public static final class Builder {
        private final Map<Long, Integer> edges = new HashMap<>();
        private final Map<Integer, Entry> exact = new HashMap<>();
        // Terms that also match with an ending
        private final Map<Integer, Entry> open = new HashMap<>();
        private final Set<String> endings;
        private final Inflection inflection;
        private int nodes = 1;

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
            int node = node(text);
            entry(exact, node, text).add(Capitals.of(written), sense);
            if (inflects) {
                entry(open, node, text).add(Capitals.of(written), sense);
            }
            return this;
        }

        private static Entry entry(Map<Integer, Entry> entries, int node, String text) {
            return entries.computeIfAbsent(node, n -> new Entry(text));
        }

        private int node(String text) {
            int node = ROOT;
            for (int i = 0; i < text.length(); i++) {
                long edge = edge(node, text.charAt(i));
                Integer next = edges.get(edge);
                if (next == null) {
                    next = nodes++;
                    edges.put(edge, next);
                }
                node = next;
            }
            return node;
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
