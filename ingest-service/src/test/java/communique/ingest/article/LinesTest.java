package communique.ingest.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void numbersLinesAndSkipsBlankOnes() throws IOException {
        assertThat(read("{\"a\":1}\n\n  \r\n{\"b\":2}\r\n"))
                .extracting(
                        Lines.Line::number, line -> new String(line.original().bytes(), UTF_8).strip())
                .containsExactly(tuple(1, "{\"a\":1}"), tuple(4, "{\"b\":2}"));
    }

    @Test
    void readsALastLineWithoutAnEnd() throws IOException {
        assertThat(read("1\n2")).hasSize(2);
    }

    @Test
    void skipsAByteOrderMark() throws IOException {
        assertThat(read("\ufeff7"))
                .singleElement()
                .satisfies(line -> assertThat(line.original().bytes()).isEqualTo(new byte[] {'7'}));
    }

    @Test
    void findsNothingInNothing() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }

    @Test
    void holdsNoMoreOfALineThanAnArticleMayHave() throws IOException {
        String line = "x".repeat(Limits.ARTICLE_BYTES + 100);

        List<Lines.Line> lines = read(line + "\n{}");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).original().bytes()).hasSize(Limits.ARTICLE_BYTES);
        assertThat(lines.get(0).original().size()).isEqualTo(line.length());
        assertThat(lines.get(0).json().either(json -> null, Rejection::reason)).isEqualTo(RejectionReason.TOO_LARGE);
        assertThat(lines.get(1).json()).isInstanceOf(Verdict.Fit.class);
    }

    private static List<Lines.Line> read(String text) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(UTF_8)));
        List<Lines.Line> read = new ArrayList<>();
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(line.get());
        }
        assertThat(lines.isEmpty()).isEqualTo(read.isEmpty());
        return read;
    }
}
