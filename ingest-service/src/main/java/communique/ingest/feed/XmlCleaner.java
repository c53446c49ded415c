package communique.ingest.feed;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Entities;

/**
 * Mends what feeds get wrong and XML does not forgive: junk before the first element, a document type (which is cut
 * out, so that nothing can be defined or fetched through it), comments, HTML's entities, ampersands that begin nothing,
 * characters XML does not have. Reads the text once, from left to right.
 */
final class XmlCleaner {
    private static final Set<String> XML_ENTITIES = Set.of("lt", "gt", "amp", "quot", "apos");
    private static final int LONGEST_ENTITY = 32;
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private final String xml;
    private final StringBuilder clean;
    private int at;

    private XmlCleaner(String xml) {
        this.xml = xml;
        this.clean = new StringBuilder(xml.length());
    }

    static String clean(String xml) {
        return new XmlCleaner(xml).run();
    }

    private String run() {
        at = Math.max(0, xml.indexOf('<'));
        while (at < xml.length()) {
            char c = xml.charAt(at);
            if (c == '<') {
                markup();
            } else if (c == '&') {
                reference();
            } else {
                character(c);
            }
        }
        return clean.toString();
    }

    private void markup() {
        if (xml.startsWith(CDATA, at)) {
            section();
        } else if (xml.startsWith("<!--", at)) {
            skipPast("-->", at + 4);
        } else if (xml.startsWith("<?xml ", at)) {
            skipPast("?>", at);
        } else if (xml.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
            documentType();
        } else {
            clean.append('<');
            at++;
        }
    }

    private void skipPast(String end, int from) {
        int found = xml.indexOf(end, from);
        at = found < 0 ? xml.length() : found + end.length();
    }

    private void section() {
        int start = at;
        skipPast(CDATA_END, at + CDATA.length());
        for (int end = at, i = start; i < end; i++) {
            at = i;
            character(xml.charAt(i));
            i = at - 1;
        }
    }

    private void documentType() {
        int depth = 0;
        char quote = 0;
        for (; at < xml.length(); at++) {
            char c = xml.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '<') {
                depth++;
            } else if (c == '>' && --depth == 0) {
                at++;
                return;
            }
        }
    }

    private void reference() {
        String ahead = xml.substring(at + 1, Math.min(xml.length(), at + LONGEST_ENTITY));
        int length = ahead.indexOf(';');
        String name = length < 0 ? "" : ahead.substring(0, length);
        String replacement = replacement(name);
        clean.append(replacement == null ? "&amp;" : replacement);
        at += replacement == null ? 1 : name.length() + 2;
    }

    /** What stands for an entity; null where there is none of this name. */
    private static String replacement(String name) {
        if (XML_ENTITIES.contains(name)) {
            return "&" + name + ";";
        }
        if (name.startsWith("#")) {
            return numeric(name.substring(1).toLowerCase(Locale.ROOT));
        }
        String characters = name.isEmpty() ? "" : Entities.getByName(name);
        return characters.isEmpty() ? null : characters.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String numeric(String number) {
        try {
            int code = number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return isXml(code) ? "&#" + code + ";" : "";
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void character(char c) {
        if (Character.isHighSurrogate(c) && at + 1 < xml.length() && Character.isLowSurrogate(xml.charAt(at + 1))) {
            clean.append(xml, at, at + 2);
            at += 2;
            return;
        }
        if (isXml(c)) {
            clean.append(c);
        }
        at++;
    }

    private static boolean isXml(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= 0x20 && code <= 0xd7ff)
                || (code >= 0xe000 && code <= 0xfffd)
                || (code >= 0x10000 && code <= 0x10ffff);
    }
}
