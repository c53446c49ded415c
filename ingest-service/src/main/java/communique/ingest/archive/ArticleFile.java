package communique.ingest.archive;

import com.fasterxml.jackson.databind.JsonNode;
import communique.ingest.article.ArticleJson;
import communique.ingest.article.Draft;
import communique.ingest.article.Limits;
import communique.ingest.article.Lines;
import communique.ingest.article.Original;
import communique.ingest.article.Outlet;
import communique.ingest.article.Page;
import communique.ingest.article.PageReader;
import communique.ingest.article.RejectionReason;
import communique.ingest.article.TextDecoder;
import communique.ingest.article.Verdict;
import communique.schemas.v1.Origin;
import communique.schemas.v1.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads the articles of one file, whichever kind of file it is. */
final class ArticleFile {
    private final PageReader pages;

    /** Takes what a file holds, one by one. */
    @FunctionalInterface
    interface Sink {
        /**
         * One article, or what should have been one.
         *
         * @param name where it stands
         * @param original what stands there
         */
        void take(String name, Original original, Verdict<Draft> draft);
    }

    ArticleFile(PageReader pages) {
        this.pages = pages;
    }

    /**
     * Reads a file; what cannot be read is an article too, unfit.
     *
     * @param name what to call the file
     */
    void read(Path file, String name, Sink sink) {
        try (InputStream in = Files.newInputStream(file)) {
            switch (extension(name)) {
                case "txt" -> text(in, Files.size(file), name, sink);
                case "html", "htm", "xhtml" -> page(in, Files.size(file), name, sink);
                case "json" -> document(in, Files.size(file), name, sink);
                case "jsonl", "ndjson" -> lines(in, name, sink);
                default ->
                    sink.take(
                            name,
                            Original.whole(new byte[0]),
                            Verdict.unfit(RejectionReason.UNKNOWN_TYPE, "files are .txt, .html, .json or .jsonl"));
            }
        } catch (IOException e) {
            String detail = e.getClass().getSimpleName() + ": " + e.getMessage();
            sink.take(name, Original.whole(new byte[0]), Verdict.unfit(RejectionReason.UNREADABLE, detail));
        }
    }

    private void text(InputStream in, long size, String name, Sink sink) throws IOException {
        Original original = original(in, size);
        Verdict<Draft> draft = checked(original)
                .then(TextDecoder::plain)
                .then(text -> Verdict.fit(new Draft(unknown(name), Origin.FILE, Optional.empty(), pages.text(text))));
        sink.take(name, original, draft);
    }

    private void page(InputStream in, long size, String name, Sink sink) throws IOException {
        Original original = original(in, size);
        Verdict<Draft> draft = checked(original)
                .then(bytes -> TextDecoder.markup(bytes, Optional.empty()))
                .then(html -> pages.html(html, Optional.empty()))
                .then(page -> Verdict.fit(draft(page, name)));
        sink.take(name, original, draft);
    }

    /** One article, as ninjs has it, or an array of them. */
    private static void document(InputStream in, long size, String name, Sink sink) throws IOException {
        ArticleJson json = new ArticleJson(Origin.FILE, unknown(name));
        Original original = original(in, size);
        Verdict<JsonNode> document = checked(original).then(ArticleJson::parse);
        if (document instanceof Verdict.Fit<JsonNode> fit && fit.value().isArray()) {
            int index = 0;
            for (JsonNode node : fit.value()) {
                byte[] bytes = node.toString().getBytes(StandardCharsets.UTF_8);
                sink.take(name + "/" + index++, Original.whole(bytes), json.read(node));
            }
        } else {
            sink.take(name, original, document.then(json::read));
        }
    }

    private static void lines(InputStream in, String name, Sink sink) throws IOException {
        ArticleJson json = new ArticleJson(Origin.FILE, unknown(name));
        Lines lines = new Lines(in);
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            Verdict<JsonNode> node = line.get().json();
            sink.take(name + ":" + line.get().number(), line.get().original(), node.then(json::read));
        }
        if (lines.isEmpty()) {
            sink.take(
                    name, Original.whole(new byte[0]), Verdict.unfit(RejectionReason.EMPTY, "there is no line in it"));
        }
    }

    private static Draft draft(Page page, String name) {
        Source outlet = Outlet.at(page.content().url(), page.site()).orElseGet(() -> unknown(name));
        return new Draft(outlet, Origin.FILE, Optional.empty(), page.content());
    }

    /** A file does not say whose it is: each is taken as an outlet of its own. */
    private static Source unknown(String name) {
        return Outlet.named("file:" + name, name);
    }

    private static Original original(InputStream in, long size) throws IOException {
        byte[] bytes = in.readNBytes(Limits.ARTICLE_BYTES);
        return new Original(bytes, Math.max(size, bytes.length));
    }

    private static Verdict<byte[]> checked(Original original) {
        return original.isWhole()
                ? Verdict.fit(original.bytes())
                : Verdict.unfit(RejectionReason.TOO_LARGE, "the file has more than " + Limits.ARTICLE_BYTES + " bytes");
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
