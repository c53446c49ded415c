package communique.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Work grows with the length of a text and no faster, whatever is repeated in it. Compared is processor time of this
 * thread, where growth with the square would be far beyond the limits and linear growth far below them.
 */
class LinearTimeTest {
    private static final Analyzer ANALYZER = new Analyzer(Optional.empty());

    private static final int BYTES = 40_000;
    private static final int TIMES = 8;

    /** Linear growth takes eight times as long, growth with the square sixty-four times. */
    private static final double MOST_GROWTH = 3.0 * TIMES;

    private static final int PIECES = 40;

    /**
     * As much text in one line, against texts of forty pieces each. A line is cut after a thousand units at the latest;
     * work that grows with the square of its length is 25-fold.
     */
    private static final double MOST_FOR_ONE_LINE = 8;

    /** Of shorter times nothing is told, in nanoseconds. */
    private static final double LEAST = 20e6;

    /** The best of so many counts, since other work on the machine can only slow a run down. */
    private static final int RUNS = 3;

    static Stream<String> repeated() {
        return Stream.of(
                        english(),
                        chinese(),
                        russian(),
                        persian(),
                        urdu(),
                        pashto(),
                        Stream.of("\"", "“", "«", "\n", "(", "🇦🇫"))
                .flatMap(pieces -> pieces);
    }

    private static Stream<String> english() {
        return Stream.of(
                "said ",
                "Iran said ",
                "Iran and ",
                "\"Iran\" said ",
                "said Lavrov, ",
                "Iran, who ",
                "Mr. ",
                "the minister of ",
                "senior ",
                "according to Iran ",
                "Lavrov said Kabul must act. ");
    }

    private static Stream<String> chinese() {
        return Stream.of("说", "中国说", "支持中国", "“中国”", "的", "副", "，他说", "外交部发言人", "中国说阿富汗好。");
    }

    private static Stream<String> russian() {
        return Stream.of(
                "заявил ",
                "Иран заявил ",
                "«Кабул», ",
                "официальный ",
                "российский и ",
                "посол ",
                ", заявил ",
                "по словам Лаврова ",
                "Лавров заявил, что Кабул должен. ");
    }

    private static Stream<String> persian() {
        return Stream.of(
                "گفت ",
                "ایران گفت ",
                "ایران و ",
                "«کابل» ",
                "وزیر ",
                "های ",
                "به گفته ",
                "وزیر خارجه ایران گفت افغانستان باید. ");
    }

    private static Stream<String> urdu() {
        return Stream.of(
                "کہا ",
                "ایران نے کہا ",
                "نے ",
                "کے ",
                "ایران اور ",
                "نائب ",
                "کہنا تھا کہ ",
                "پاکستان کے وزیر خارجہ نے کہا۔ ");
    }

    private static Stream<String> pashto() {
        return Stream.of(
                "وویل ",
                "ایران وویل ",
                "د ",
                "د ایران ",
                "سرپرست ",
                "چې ",
                "له خوا ",
                "د پاکستان وزیر وویل چې افغانستان. ");
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void growsWithTheLengthOfTheText(String piece) {
        String once = flood(piece, BYTES);
        String often = flood(piece, BYTES * TIMES);

        double least = time(once);

        assertThat(time(often)).isLessThan(MOST_GROWTH * least);
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void growsWithTheLengthOfALine(String piece) {
        String line = flood(piece, BYTES * TIMES);
        String part = piece.repeat(PIECES);

        double least = time(part, line.length() / part.length());

        assertThat(time(line)).isLessThan(MOST_FOR_ONE_LINE * least);
    }

    private static String flood(String piece, int bytes) {
        return piece.repeat(bytes / piece.getBytes(StandardCharsets.UTF_8).length);
    }

    private static double time(String text) {
        return time(text, 1);
    }

    private static double time(String text, int times) {
        Document document = Document.of(text);
        double best = Double.MAX_VALUE;
        for (int run = 0; run < RUNS && best > LEAST; run++) {
            long start = nanos();
            for (int i = 0; i < times; i++) {
                ANALYZER.fingerprint(document, ANALYZER.analyze(document).statements());
            }
            best = Math.min(best, nanos() - start);
        }
        return Math.max(best, LEAST);
    }

    private static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
