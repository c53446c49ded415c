package communique.analysis;

import communique.analysis.country.Countries;
import communique.analysis.lexicon.Inflection;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.lexicon.NormalText;
import communique.analysis.speaker.Bodies;
import communique.analysis.speaker.People;
import communique.analysis.statement.SpeechWords;
import communique.analysis.text.GrammarWords;
import communique.analysis.text.Sentence;
import communique.analysis.text.SentenceSplitter;
import communique.analysis.text.Units;
import communique.analysis.topic.Taxonomy;
import java.util.List;
import java.util.Optional;

/** English with all its data, for tests of single parts. */
public final class English {
    private static final Lexicon LEXICON = lexicon();

    private English() {}

    /** A text by our own lexicon. */
    public static Units units(String text) {
        return Units.of(NormalText.of(text), LEXICON);
    }

    /** The sentences of a text. */
    public static List<Sentence> sentences(Units units) {
        return SentenceSplitter.split(units);
    }

    private static Lexicon lexicon() {
        LexiconFiles files = new LexiconFiles(Optional.empty());
        Lexicon.Builder builder = new Lexicon.Builder(GrammarWords.endings(files, "en"), Inflection.NONE);
        GrammarWords.addTo(builder, files, "en");
        SpeechWords.addTo(builder, files, "en");
        Countries.addTo(builder, files, "en");
        Bodies.addTo(builder, files, "en");
        Bodies.addOutletsTo(builder, files);
        new People(files).addTo(builder, "en");
        new Taxonomy(files).addTo(builder, "en");
        Lexicon.Builder countries = new Lexicon.Builder(GrammarWords.endings(files, "en"), Inflection.NONE);
        Countries.addTo(countries, files, "en");
        Countries.markInside(builder, countries.build());
        return builder.build();
    }
}
