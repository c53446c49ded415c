package communique.analysis.statement;

import communique.analysis.speaker.Actor;
import communique.analysis.speaker.Outlet;
import communique.analysis.speaker.Speaker;
import java.util.List;
import java.util.Optional;

/**
 * A short post of an organ of a state that names no speaker is that state's own word, unless it tells of a meeting or
 * shows pictures.
 */
final class OwnWords {
    private static final int LONGEST_POST = 4;

    private OwnWords() {}

    /** Takes every sentence of such a post for a statement; leaves any other text alone. */
    static void find(Article article, Outlet outlet, AboutJudge judge, Findings findings) {
        if (!outlet.official() || outlet.country().isEmpty() || !findings.isEmpty() || !isPost(article)) {
            return;
        }
        Speaker owner = new Speaker(outlet.country().get(), Optional.empty(), Optional.empty());
        for (int i = 0; i < article.size(); i++) {
            List<String> about = judge.about(article.sentence(i), List.of(), List.of(owner.country()), List.of());
            findings.add(i, List.of(owner), about, CommonRule.OWN_WORDS);
        }
    }

    private static boolean isPost(Article article) {
        if (article.size() == 0
                || article.size() > LONGEST_POST
                || article.grammar().announcesEvent(article.units(), article.sentence(0))) {
            return false;
        }
        for (int i = 0; i < article.size(); i++) {
            if (article.mentions(i).stream().anyMatch(OwnWords::isAnalyst)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnalyst(Actor mention) {
        return mention.group().filter("analyst"::equals).isPresent();
    }
}
