package communique.analysis.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import communique.analysis.Analyzer;
import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.LexiconFiles;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrackRecordTest {
    @Test
    void isOfRulesThatAreThere() {
        assertThat(new Analyzer(Optional.empty()).rules())
                .extracting(Rule::id)
                .containsAll(new LexiconFiles(Optional.empty())
                        .read("confidence.txt").stream().map(Block::id).toList());
    }

    @Test
    void givesARuleNeverSeenTheAverage() {
        assertThat(TrackRecord.confidence("not-a-rule")).isEqualTo(0.9, within(1e-9));
    }

    @Test
    void trustsARuleOftenRightMoreThanOneSeldomRight() {
        assertThat(TrackRecord.confidence("en-verb")).isGreaterThan(TrackRecord.confidence("goes-on"));
        assertThat(TrackRecord.confidence("goes-on")).isGreaterThan(TrackRecord.confidence("en-inverted"));
    }

    @Test
    void isSureOfNothing() {
        assertThat(new Analyzer(Optional.empty()).rules())
                .allSatisfy(rule -> assertThat(rule.confidence()).isBetween(0.5, 0.99));
    }
}
