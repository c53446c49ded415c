package communique.standalone.publicset;

import communique.analysis.Analysis;
import communique.analysis.Analyzer;
import communique.analysis.Document;
import communique.analysis.country.CountryTag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reuters-21578: the places its editors gave each report, against the main countries the engine finds. */
final class ReutersPlaces implements PublicSet {
    private static final Pattern REPORT =
            Pattern.compile("<REUTERS .*?NEWID=\"(\\d+)\">(.*?)</REUTERS>", Pattern.DOTALL);
    private static final Pattern PLACES = Pattern.compile("<PLACES>(.*?)</PLACES>");
    private static final Pattern PLACE = Pattern.compile("<D>(.*?)</D>");
    private static final Pattern TEXT = Pattern.compile("<TEXT.*?>(.*)</TEXT>", Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("<TITLE>(.*?)</TITLE>", Pattern.DOTALL);
    private static final Pattern BODY =
            Pattern.compile("<DATELINE>(.*?)</DATELINE>|<BODY>(.*?)</BODY>", Pattern.DOTALL);
    private static final Pattern FOLD = Pattern.compile("\n(?! {4})");
    private static final Pattern TAG = Pattern.compile("<(AUTHOR>.*?</AUTHOR|[^>]*)>", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("&#\\d+;");

    private final Properties codes = new Properties();

    /**
     * A report.
     *
     * @param id its number in the collection
     * @param text headline, dateline and body
     * @param places names of places as the editors write them
     */
    record Report(String id, String text, List<String> places) {}

    @Override
    public String id() {
        return "reuters";
    }

    @Override
    public boolean isIn(Path folder) {
        return Files.exists(folder.resolve("reut2-000.sgm"));
    }

    @Override
    public void measure(Path folder, Analyzer analyzer, SetReport report) throws IOException {
        try (InputStream names = ReutersPlaces.class.getResourceAsStream("reuters-places.properties")) {
            codes.load(names);
        }
        for (Path file : DataFiles.in(folder, "reut2-*.sgm")) {
            for (Report one : reports(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                if (!one.places().isEmpty()) {
                    compare(one, analyzer.analyze(Document.of(one.text())), report);
                }
            }
        }
    }

    /** The reports in one file. */
    static List<Report> reports(String file) {
        List<Report> reports = new ArrayList<>();
        Matcher report = REPORT.matcher(file);
        while (report.find()) {
            Matcher places = PLACES.matcher(report.group(2));
            List<String> names = places.find()
                    ? PLACE.matcher(places.group(1))
                            .results()
                            .map(place -> place.group(1))
                            .toList()
                    : List.of();
            reports.add(new Report(report.group(1), text(report.group(2)), names));
        }
        return reports;
    }

    private static String text(String report) {
        Matcher text = TEXT.matcher(report);
        if (!text.find()) {
            return "";
        }
        Matcher title = TITLE.matcher(text.group(1));
        String headline = title.find() ? title.group(1).strip() + "\n\n" : "";
        String parts = BODY.matcher(text.group(1))
                .results()
                .map(part -> part.group(1) == null
                        ? unfolded(part.group(2))
                        : part.group(1).stripLeading())
                .collect(Collectors.joining());
        return plain(parts.isEmpty() ? text.group(1) : headline + parts);
    }

    /** Lines are cut at a fixed width; a paragraph is indented. */
    private static String unfolded(String body) {
        return FOLD.matcher(body).replaceAll(" ").replace("\n    ", "\n");
    }

    private static String plain(String markup) {
        String text = CONTROL.matcher(TAG.matcher(markup).replaceAll("")).replaceAll("");
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    private void compare(Report one, Analysis analysis, SetReport report) throws IOException {
        Set<String> found = Tags.main(analysis);
        Set<String> labelled = one.places().stream().map(this::code).collect(Collectors.toSet());
        report.compare("main countries of a report", found, labelled);
        Set<String> named = analysis.countries().stream().map(CountryTag::code).collect(Collectors.toSet());
        labelled.stream()
                .filter(code -> !found.contains(code))
                .forEach(code -> report.miss(
                        named.contains(code) ? "labelled, named, not main" : "labelled, not found in the text",
                        one.id(),
                        code + " " + labelled));
        found.stream()
                .filter(code -> !labelled.contains(code))
                .forEach(code -> report.miss("main, not labelled", one.id(), code + " " + labelled));
    }

    private String code(String place) {
        return codes.getProperty(place, place);
    }
}
