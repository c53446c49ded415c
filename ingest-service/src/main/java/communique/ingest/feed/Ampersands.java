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
        int section = sectionFrom(xml, 0);
        for (int ampersand = xml.indexOf('&'); ampersand >= 0; ampersand = xml.indexOf('&', at)) {
            if (section < ampersand) {
                int end = xml.indexOf(SECTION_END, section);
                int next = end < 0 ? xml.length() : end;
                mended.append(xml, at, next);
                at = next;
                section = sectionFrom(xml, at);
            } else {
                boolean means = reference.region(ampersand, xml.length()).lookingAt();
                mended.append(xml, at, ampersand).append(means ? "&" : "&amp;");
                at = ampersand + 1;
            }
        }
        return mended.append(xml, at, xml.length()).toString();
    }

    private static int sectionFrom(String xml, int at) {
        int section = xml.indexOf(SECTION, at);
        return section < 0 ? Integer.MAX_VALUE : section;
    }
}
