package communique.ingest.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads bytes line by line, as JSON Lines and NDJSON have them; however long a line, no more of it is held than an
 * article may have. Blank lines are skipped and counted.
 */
public final class Lines {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final BufferedInputStream in;
    private int number;
    private boolean empty = true;

    /**
     * One line.
     *
     * @param number its number, from 1
     * @param original what is in it, without the line end; only the first of it where it is longer than an article
     */
    public record Line(int number, Original original) {
        /** The JSON in it. */
        public Verdict<JsonNode> json() {
            return original.isWhole()
                    ? ArticleJson.parse(original.bytes())
                    : Verdict.unfit(
                            RejectionReason.TOO_LARGE, "the line has more than " + Limits.ARTICLE_BYTES + " bytes");
        }
    }

    /** Reads a stream, which the caller closes. */
    public Lines(InputStream in) throws IOException {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(this.in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            this.in.reset();
        }
    }

    /** Whether no line was found so far that is not blank. */
    public boolean isEmpty() {
        return empty;
    }

    /** The next line that is not blank; empty at the end. */
    public Optional<Line> next() throws IOException {
        while (true) {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            long size = 0;
            int read = in.read();
            if (read < 0) {
                return Optional.empty();
            }
            number++;
            for (; read >= 0 && read != '\n'; read = in.read()) {
                if (size++ < Limits.ARTICLE_BYTES) {
                    kept.write(read);
                }
            }
            byte[] bytes = kept.toByteArray();
            if (!isBlank(bytes)) {
                empty = false;
                return Optional.of(new Line(number, new Original(bytes, size)));
            }
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
