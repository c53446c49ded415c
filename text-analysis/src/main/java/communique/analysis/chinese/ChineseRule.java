package communique.analysis.chinese;

import communique.analysis.statement.Rule;
import java.util.List;
import java.util.Locale;

/** The rules of attribution in Chinese. */
enum ChineseRule implements Rule {
    VERB("A speaker and a verb of speech in the same clause."),
    CARRIED("A clause that begins with a verb of speech; its subject stands in a clause before."),
    SOURCE("A verb of speech with the speaker after a word that tells the source: quoting, condemned by."),
    ACCORDING("A clause that begins with \"according to\" and names the speaker."),
    COLON("A headline or turn with the speaker before a colon."),
    DASH("A headline with the speaker after a dash.");

    private final String doc;

    ChineseRule(String doc) {
        this.doc = doc;
    }

    @Override
    public String id() {
        return "zh-" + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String doc() {
        return doc;
    }

    static List<Rule> all() {
        return List.of(values());
    }
}
