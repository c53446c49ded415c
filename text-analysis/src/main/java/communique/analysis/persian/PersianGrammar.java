package communique.analysis.persian;

import communique.analysis.phrase.VerbFinalGrammar;
import communique.analysis.phrase.WordOrder;
import java.util.Optional;

/** Persian of Iran and Dari of Afghanistan: owners follow what they own, and most of the press is Iranian. */
public final class PersianGrammar extends VerbFinalGrammar {
    /** The one grammar of both. */
    public PersianGrammar() {
        super(new WordOrder("fa", false, true, false, 3));
    }

    @Override
    public Optional<String> home(String office) {
        return Optional.of("IR");
    }
}
