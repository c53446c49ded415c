package communique.analysis;

import communique.analysis.statement.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares statements of the watched states about Afghanistan with labels, as {@code communique evaluate} does. */
final class Scorer {
    private static final Set<String> WATCHED = Set.of("CN", "RU", "IR", "PK");
    private static final double LEAST_CONFIDENCE = 0.5;

    private final Analyzer analyzer;
    private final Ratio alert = new Ratio();
    private final Ratio speaker = new Ratio();
    private final Ratio statement = new Ratio();
    private final List<String> misses = new ArrayList<>();

    Scorer(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Counts to a harmonic mean of precision and recall. */
    private static final class Ratio {
        private int right;
        private int predicted;
        private int labelled;

        void add(int truePositives, int said, int wanted) {
            right += truePositives;
            predicted += said;
            labelled += wanted;
        }

        double f1() {
            return predicted + labelled == 0 ? 1 : 2.0 * right / (predicted + labelled);
        }
    }

    double alertF1() {
        return alert.f1();
    }

    double speakerF1() {
        return speaker.f1();
    }

    double statementF1() {
        return statement.f1();
    }

    /** What went wrong in which text, for the message of a test that fails. */
    String misses() {
        return String.join("\n", misses);
    }

    Scorer add(LabelledText text) {
        if (text.ambiguous()) {
            return this;
        }
        String head = text.head();
        int shift = head.codePointCount(0, head.length());
        List<Statement> found = analyzer.analyze(text.document()).statements().stream()
                .filter(s -> s.about().contains("AF") && s.confidence() >= LEAST_CONFIDENCE)
                .filter(s -> !watched(List.of(s)).isEmpty())
                .toList();
        Set<String> states = watched(found);
        count(alert, text.expectedAlert() ? Set.of(1) : Set.of(), found.isEmpty() ? Set.of() : Set.of(1));
        count(speaker, new TreeSet<>(text.speakers()), states);
        if (!states.equals(new TreeSet<>(text.speakers()))) {
            misses.add(text.id() + ": " + text.speakers() + " expected, " + states + " found");
        }
        if (text.statements() != null) {
            compare(text, found, shift);
        }
        return this;
    }

    private static <T> void count(Ratio ratio, Set<T> wanted, Set<T> said) {
        ratio.add((int) said.stream().filter(wanted::contains).count(), said.size(), wanted.size());
    }

    private void compare(LabelledText text, List<Statement> found, int shift) {
        List<LabelledText.Span> open = new ArrayList<>(
                text.statements().stream().filter(span -> !span.optional()).toList());
        int wanted = open.size();
        int right = 0;
        int wrong = 0;
        for (List<Statement> sentence : bySentence(found)) {
            int from = sentence.get(0).start() - shift;
            int to = sentence.get(0).end() - shift;
            Set<String> states = watched(sentence);
            boolean hit = to > 0
                    && open.removeAll(open.stream()
                            .filter(span -> span.matches(from, to) && new TreeSet<>(span.speakers()).equals(states))
                            .limit(1)
                            .toList());
            if (hit) {
                right++;
            } else if (to > 0
                    && text.statements().stream().noneMatch(span -> span.optional() && span.matches(from, to))) {
                wrong++;
            }
        }
        statement.add(right, right + wrong, wanted);
    }

    /** Labels are by sentence: what several say apart in one sentence is compared as one. */
    private static Collection<List<Statement>> bySentence(List<Statement> found) {
        return found.stream()
                .collect(Collectors.groupingBy(Statement::start, TreeMap::new, Collectors.toList()))
                .values();
    }

    private static Set<String> watched(List<Statement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.states().stream())
                .filter(WATCHED::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
