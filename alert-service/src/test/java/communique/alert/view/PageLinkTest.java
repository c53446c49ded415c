package communique.alert.view;

import static org.assertj.core.api.Assertions.assertThat;

import communique.testkit.Records;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLinkTest {
    @ParameterizedTest
    @CsvSource({
        "https://news.example, https://news.example/?q=a%2F1",
        "https://news.example/, https://news.example/?q=a%2F1",
        "https://news.example:8443/communique, https://news.example:8443/communique/?q=a%2F1",
        "https://news.example/on%20air/communique/, https://news.example/on%20air/communique/?q=a%2F1",
    })
    void leadsToAnAlertBelowTheAddressOfThePage(URI page, URI link) {
        assertThat(new PageLink(Optional.of(page)).to(Records.alert("a/1", "a1").build()))
                .contains(link);
    }
}
