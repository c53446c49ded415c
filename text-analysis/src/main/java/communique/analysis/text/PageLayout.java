package communique.analysis.text;

import communique.analysis.lexicon.NormalText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of a text and what each of them is. Judged by phrases that pages use, by punctuation, and by company: five
 * lines in a row without a full stop are a list of other stories.
 */
public final class PageLayout {
    private static final int LIST = 5;
    private static final int LONGEST_LIST_LINE = 160;
    private static final int SHORTEST_PARAGRAPH = 60;

    /** A longer line is not looked at for phrases of the page. */
    private static final int LONGEST_PAGE_LINE = 300;

    private static final NormalText NOTHING = NormalText.of("");

    private final List<Line> lines = new ArrayList<>();

    /** What a line is. */
    public enum Part {
        /** The headline. */
        TITLE,
        /** A line that gives a date. */
        DATE,
        /** The article. */
        BODY,
        /** The page around it. */
        PAGE
    }

    /**
     * A line that is not blank.
     *
     * @param start offset of its first character, blanks skipped
     * @param end offset after its last
     * @param text the line without blanks around it
     * @param part what it is
     */
    public record Line(int start, int end, String text, Part part) {
        private Line as(Part other) {
            return new Line(start, end, text, other);
        }
    }

    private PageLayout() {}

    /** Takes a text apart whose headline is not known; linear in its length. */
    public static PageLayout of(String text, Boilerplate boilerplate) {
        return of(text, Optional.empty(), boilerplate);
    }

    /**
     * Takes a text apart; linear in its length.
     *
     * @param title the headline where it is known; it is looked for otherwise, and where the text does not begin with
     *     it
     */
    public static PageLayout of(String text, Optional<String> title, Boilerplate boilerplate) {
        PageLayout layout = new PageLayout();
        layout.cut(text);
        layout.judge(boilerplate);
        if (title.filter(layout::beginsWith).isPresent()) {
            layout.setTitle(0);
        } else {
            layout.findTitle();
        }
        return layout;
    }

    private boolean beginsWith(String title) {
        return !lines.isEmpty()
                && lines.get(0).part() == Part.BODY
                && lines.get(0).text().equals(title.strip());
    }

    private void setTitle(int index) {
        lines.set(index, lines.get(index).as(Part.TITLE));
        dropRepeats(index, lines.get(index).text());
    }

    /** The lines in order. */
    public List<Line> lines() {
        return lines;
    }

    private void cut(String text) {
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            String stripped = line.strip();
            if (!stripped.isEmpty()) {
                int from = start + line.indexOf(stripped.charAt(0));
                lines.add(new Line(from, from + stripped.length(), stripped, Part.BODY));
            }
            start = end + 1;
        }
    }

    private void judge(Boilerplate boilerplate) {
        if (lines.size() < 2) {
            return;
        }
        int paragraphs = 0;
        boolean tail = false;
        boolean links = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            NormalText normal = line.text().length() <= LONGEST_PAGE_LINE ? NormalText.of(line.text()) : NOTHING;
            tail |= paragraphs > 0 && boilerplate.isTail(normal);
            links = boilerplate.isLinks(normal) || (links && !isParagraph(line.text()));
            if (tail || links || boilerplate.isLine(normal) || isScrap(line.text())) {
                lines.set(i, line.as(Part.PAGE));
            } else if (DateLine.read(line.text()).isPresent()) {
                lines.set(i, line.as(Part.DATE));
            } else if (isParagraph(line.text())) {
                paragraphs++;
            }
        }
        dropLists();
        if (lines.stream().noneMatch(line -> line.part() == Part.BODY)) {
            lines.replaceAll(line -> line.as(Part.BODY));
        }
    }

    /** Rows of headlines after the article has begun. */
    private void dropLists() {
        int begun = 0;
        while (begun < lines.size()
                && !(lines.get(begun).part() == Part.BODY
                        && isParagraph(lines.get(begun).text()))) {
            begun++;
        }
        int run = begun;
        for (int i = begun; i <= lines.size(); i++) {
            if (i == lines.size() || !isListLine(lines.get(i))) {
                if (i - run >= LIST) {
                    for (int j = run; j < i; j++) {
                        lines.set(j, lines.get(j).as(Part.PAGE));
                    }
                }
                run = i + 1;
            }
        }
    }

    private static boolean isListLine(Line line) {
        return line.part() != Part.BODY || (line.text().length() <= LONGEST_LIST_LINE && !endsSentence(line.text()));
    }

    private static boolean isParagraph(String line) {
        return line.length() >= SHORTEST_PARAGRAPH && endsSentence(line);
    }

    private static boolean endsSentence(String line) {
        int last = line.length() - 1;
        while (last > 0 && isAfterEnd(line.charAt(last))) {
            last--;
        }
        return ".!?。！？۔؟…:：".indexOf(line.charAt(last)) >= 0;
    }

    /** What may stand behind the end of a sentence: closing marks, and marks of direction, which nobody sees. */
    private static boolean isAfterEnd(char c) {
        return "\"'”’»」』)）]".indexOf(c) >= 0 || Character.getType(c) == Character.FORMAT;
    }

    /** Player times, bullets with a word, lone signs. */
    private static boolean isScrap(String line) {
        return !hasLetters(line) || (line.startsWith("•") && line.length() < 30);
    }

    private static boolean hasLetters(String line) {
        int letters = 0;
        for (int i = 0; i < line.length() && letters < 2; i += Character.charCount(line.codePointAt(i))) {
            letters += Character.isLetter(line.codePointAt(i)) ? 1 : 0;
        }
        return letters == 2;
    }

    /**
     * The headline is the longest line before the first paragraph that ends without a full stop; without any paragraph
     * it is the first.
     */
    private void findTitle() {
        int first = 0;
        while (first < lines.size() && !isParagraphOfBody(first)) {
            first++;
        }
        boolean paragraphs = first < lines.size();
        int title = -1;
        for (int i = 0; i < first; i++) {
            if (canBeTitle(lines.get(i))
                    && (title < 0
                            || (paragraphs
                                    && lines.get(i).text().length()
                                            > lines.get(title).text().length()))) {
                title = i;
            }
        }
        if (title < 0 || lines.size() < 2) {
            return;
        }
        if (paragraphs) {
            dropBefore(title);
        }
        setTitle(title);
    }

    private boolean isParagraphOfBody(int i) {
        return lines.get(i).part() == Part.BODY && isParagraph(lines.get(i).text());
    }

    private static boolean canBeTitle(Line line) {
        return line.part() == Part.BODY
                && line.text().length() >= 8
                && !line.text().endsWith(".")
                && !line.text().endsWith("。");
    }

    /** Names and mottos of the outlet stand above the headline. */
    private void dropBefore(int title) {
        for (int i = 0; i < title; i++) {
            if (lines.get(i).part() == Part.BODY && lines.get(i).text().length() < SHORTEST_PARAGRAPH) {
                lines.set(i, lines.get(i).as(Part.PAGE));
            }
        }
    }

    private void dropRepeats(int title, String text) {
        Set<String> seen = new HashSet<>(Set.of(text));
        for (int i = title + 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.part() == Part.BODY && !seen.add(line.text())) {
                lines.set(i, line.as(Part.PAGE));
            }
        }
    }
}
