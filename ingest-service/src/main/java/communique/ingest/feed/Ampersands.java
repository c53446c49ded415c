package communique.ingest.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes the ampersands that begin nothing: in {@code ?a=1&copy=2} nobody meant a copyright sign. */
final class Ampersands {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
    private static final String SECTION = "<![CDATA[";
    private static final String SECTION_END = "]]>";

    private Ampersands() {}

    /** The text with them escaped; character data in sections stays. */
    static String mend(String xml) {
        StringBuilder mended = new StringBuilder(xml.length());
        Matcher reference = REFERENCE.matcher(xml);
        int at = 0;
        while (at < xml.length()) {
            int ampersand = xml.indexOf('&', at);
            int section = xml.indexOf(SECTION, at);
            if (ampersand < 0) {
                break;
            }
            if (section >= 0 && section < ampersand) {
                int end = xml.indexOf(SECTION_END, section);
                int next = end < 0 ? xml.length() : end;
                mended.append(xml, at, next);
                at = next;
            } else {
                boolean means = reference.region(ampersand, xml.length()).lookingAt();
                mended.append(xml, at, ampersand).append(means ? "&" : "&amp;");
                at = ampersand + 1;
            }
        }
        return mended.append(xml, Math.min(at, xml.length()), xml.length()).toString();
    }
}
