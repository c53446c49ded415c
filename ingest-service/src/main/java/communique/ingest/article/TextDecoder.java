package communique.ingest.article;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Turns bytes into text. The encoding is the first of these that fits: byte order mark, the transport's declaration,
 * the document's own, UTF-8, what the bytes look like.
 */
public final class TextDecoder {
    private static final int SNIFFED = 8 * 1024;
    private static final int DECLARATION_WITHIN = 2 * 1024;
    private static final Pattern DECLARATION =
            Pattern.compile("(?i)(?:encoding|charset)\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})");
    /** So small a share of lost characters is a slip of the publisher; more is the wrong encoding. */
    private static final double TOLERABLE_LOSS = 0.005;

    private static final int BINARY_SHARE = 50;
    private static final char REPLACEMENT = '\ufffd';

    /** What pages mean by these names, see the Encoding Standard of WHATWG. */
    private static final Map<String, String> MEANT = Map.of(
            "iso-8859-1", "windows-1252",
            "latin1", "windows-1252",
            "us-ascii", "windows-1252",
            "ascii", "windows-1252",
            "iso-8859-9", "windows-1254",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "euc-kr", "x-windows-949",
            "ks_c_5601-1987", "x-windows-949",
            "shift_jis", "windows-31j");

    /** Encodings by their first four bytes, where those begin markup, see XML 1.0, appendix F; ebcdic is left out. */
    private static final Map<Integer, String> WIDE = Map.of(
            0x003c003f, "UTF-16BE",
            0x3c003f00, "UTF-16LE",
            0x0000003c, "UTF-32BE",
            0x3c000000, "UTF-32LE");

    private TextDecoder() {}

    /** Decodes plain text. */
    public static Verdict<String> plain(byte[] bytes) {
        return decode(bytes, List.of());
    }

    /**
     * Decodes HTML or XML.
     *
     * @param transport the encoding the transport declares
     */
    public static Verdict<String> markup(byte[] bytes, Optional<String> transport) {
        List<Charset> declared = new ArrayList<>();
        transport.flatMap(TextDecoder::charset).ifPresent(declared::add);
        declaration(bytes).flatMap(TextDecoder::charset).ifPresent(declared::add);
        return decode(bytes, declared);
    }

    private static Verdict<String> decode(byte[] bytes, List<Charset> declared) {
        if (bytes.length == 0) {
            return Verdict.unfit(RejectionReason.EMPTY, "there is nothing in it");
        }
        Optional<Charset> mark = Optional.ofNullable(UniversalDetector.detectCharsetFromBOM(bytes))
                .or(() -> wide(bytes))
                .flatMap(TextDecoder::charset);
        if (mark.isEmpty() && isBinary(bytes)) {
            return Verdict.unfit(RejectionReason.BINARY, "it is not text");
        }
        List<Charset> candidates = new ArrayList<>();
        mark.ifPresent(candidates::add);
        candidates.addAll(declared);
        candidates.add(StandardCharsets.UTF_8);
        return firstFit(bytes, candidates, 0)
                .or(() -> firstFit(bytes, candidates, TOLERABLE_LOSS))
                .or(() -> looksLike(bytes).flatMap(charset -> firstFit(bytes, List.of(charset), TOLERABLE_LOSS)))
                .map(text -> Verdict.fit(text.startsWith("\ufeff") ? text.substring(1) : text))
                .orElseGet(() -> Verdict.unfit(
                        RejectionReason.WRONG_ENCODING, "it is in none of the encodings declared or recognised"));
    }

    /** The text in the first encoding that loses no larger share of the characters. */
    private static Optional<String> firstFit(byte[] bytes, List<Charset> candidates, double loss) {
        return candidates.stream()
                .map(charset -> new String(bytes, charset))
                .filter(text -> text.chars().filter(c -> c == REPLACEMENT).count() <= loss * text.length())
                .findFirst();
    }

    private static Optional<Charset> looksLike(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset()).flatMap(TextDecoder::charset);
    }

    /** Markup in an encoding of two or four bytes without a mark: its first character is a bracket all the same. */
    private static Optional<String> wide(byte[] bytes) {
        int first = bytes.length < Integer.BYTES ? 0 : ByteBuffer.wrap(bytes).getInt();
        return Optional.ofNullable(WIDE.get(first));
    }

    private static boolean isBinary(byte[] bytes) {
        int sniffed = Math.min(bytes.length, SNIFFED);
        int controls = 0;
        for (int i = 0; i < sniffed; i++) {
            if (bytes[i] == 0) {
                return true;
            }
            boolean blank = (bytes[i] >= '\t' && bytes[i] <= '\r') || bytes[i] == 0x1b;
            controls += bytes[i] > 0 && bytes[i] < ' ' && !blank ? 1 : 0;
        }
        return controls * BINARY_SHARE > sniffed || startsWith(bytes, "%PDF-");
    }

    private static boolean startsWith(byte[] bytes, String magic) {
        return new String(bytes, 0, Math.min(bytes.length, magic.length()), StandardCharsets.ISO_8859_1).equals(magic);
    }

    private static Optional<String> declaration(byte[] bytes) {
        int length = Math.min(bytes.length, DECLARATION_WITHIN);
        Matcher matcher = DECLARATION.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Optional.of(matcher.group(1)).filter(TextDecoder::keepsAscii) : Optional.empty();
    }

    /** A declaration that could be read byte by byte is not in UTF-16 or UTF-32, whatever it says. */
    private static boolean keepsAscii(String encoding) {
        String name = encoding.toLowerCase(Locale.ROOT);
        return !name.startsWith("utf-16") && !name.startsWith("utf-32") && !name.startsWith("ucs-2");
    }

    private static Optional<Charset> charset(String name) {
        String asked = name.strip().toLowerCase(Locale.ROOT);
        String meant = MEANT.getOrDefault(asked, asked);
        try {
            return Charset.isSupported(meant) ? Optional.of(Charset.forName(meant)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }
}
