package communique.standalone.publicset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.analysis.Analysis;
import communique.analysis.Analyzer;
import communique.analysis.Document;
import communique.analysis.country.CountryTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** CLIFF's articles, each with the one country that a reader says it is about. */
final class CliffFocus implements PublicSet {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * An article about a country.
     *
     * @param id its number in the collection
     * @param country ISO 3166-1 alpha-2
     */
    record Article(String id, String text, String country) {}

    @Override
    public String id() {
        return "cliff";
    }

    @Override
    public boolean isIn(Path folder) {
        return Files.exists(folder.resolve("bbc.json"));
    }

    @Override
    public void measure(Path folder, Analyzer analyzer, SetReport report) throws IOException {
        for (Path file : DataFiles.in(folder, "*.json")) {
            for (Article article : articles(file)) {
                Analysis analysis = analyzer.analyze(Document.of(article.text()));
                compare(article, analysis, report);
            }
        }
    }

    /** The articles of a file that have a country. */
    static List<Article> articles(Path file) throws IOException {
        List<Article> articles = new ArrayList<>();
        for (JsonNode node : MAPPER.readTree(file.toFile())) {
            String country = node.path("handCodedCountryCode").asText();
            if (!country.isEmpty()) {
                articles.add(new Article(
                        file.getFileName() + ":" + node.path("mediacloudId").asText(),
                        node.path("text").asText(),
                        country));
            }
        }
        return articles;
    }

    private static void compare(Article article, Analysis analysis, SetReport report) {
        Set<String> main = Tags.main(analysis);
        List<String> order = analysis.countries().stream()
                .filter(CountryTag::main)
                .map(CountryTag::code)
                .toList();
        boolean among = main.contains(article.country());
        boolean first = !order.isEmpty() && order.get(0).equals(article.country());
        report.count("among the main countries", among);
        report.count("the first of them", first);
        report.compare("main countries against the one", main, Set.of(article.country()));
        if (!first) {
            String kind = among
                    ? "main, not first"
                    : Tags.named(analysis).contains(article.country()) ? "named, not main" : "not found in the text";
            report.miss(kind, article.id(), article.country() + " in " + order);
        }
    }
}
