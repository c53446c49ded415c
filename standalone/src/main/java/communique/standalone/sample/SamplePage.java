package communique.standalone.sample;

import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes one article as HTML. */
final class SamplePage {
    private static final Pattern BLANK_LINE = Pattern.compile("\n\n");

    private SamplePage() {}

    static String of(SampleArticle article, Instant time) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + escaped(article.title())
                + "</title><body style=\"font:17px/1.5 serif;max-width:38em;margin:3em auto;padding:0 1em\"><p><small>"
                + escaped(article.outlet()) + " · an invented article for demonstration · <time datetime=\"" + time
                + "\">"
                + time + "</time></small></p><article><h1>" + escaped(article.title()) + "</h1>"
                + paragraphs(article.text()) + "</article></body></html>";
    }

    static String paragraphs(String text) {
        return BLANK_LINE
                .splitAsStream(text)
                .map(paragraph -> "<p>" + escaped(paragraph).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
