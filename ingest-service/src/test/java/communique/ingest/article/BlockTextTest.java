package communique.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockTextTest {
    @Test
    void makesParagraphsOfBlocks() {
        assertThat(BlockText.of("<h2>Talks</h2><p>One <b>bold</b> word.</p><ul><li>First</li><li>Second</li></ul>"))
                .isEqualTo("Talks\n\nOne bold word.\n\nFirst\n\nSecond");
    }

    @Test
    void keepsForcedBreaks() {
        assertThat(BlockText.of("one<br>two<br><br>three")).isEqualTo("one\ntwo\n\nthree");
    }

    @Test
    void leavesOutWhatIsNotText() {
        assertThat(BlockText.of("a<script>b()</script><style>c{}</style><button>d</button> e<!-- f -->"))
                .isEqualTo("a e");
    }

    @Test
    void resolvesEntities() {
        assertThat(BlockText.of("Fish &amp; chips&nbsp;&#8211; caf&eacute;")).isEqualTo("Fish & chips – café");
    }

    @Test
    void leavesPlainTextAsItIs() {
        assertThat(BlockText.of("2 < 3 and so on")).isEqualTo("2 < 3 and so on");
    }

    @Test
    void separatesCells() {
        assertThat(BlockText.of("<table><tr><td>a</td><td>b</td></tr></table>"))
                .contains("a")
                .doesNotContain("ab");
    }
}
