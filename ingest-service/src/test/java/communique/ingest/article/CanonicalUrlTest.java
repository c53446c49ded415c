package communique.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HTTP://News.Example/a                           | http://news.example/a
                    https://news.example:443/a                      | https://news.example/a
                    http://news.example:80/a                        | http://news.example/a
                    https://news.example:8443/a                     | https://news.example:8443/a
                    https://news.example                            | https://news.example/
                    https://news.example/a/../b/./c                 | https://news.example/b/c
                    https://news.example/a#comments                 | https://news.example/a
                    https://news.example/a?utm_source=x&utm_medium=y| https://news.example/a
                    https://news.example/a?fbclid=1&id=7            | https://news.example/a?id=7
                    https://news.example/a?b=2&a=1&a=0              | https://news.example/a?a=1&a=0&b=2
                    https://news.example/a?                         | https://news.example/a
                    https://reader:secret@news.example/a            | https://news.example/a
                    https://news.example/a b                        | https://news.example/a%20b
                    https://news.example/100%                       | https://news.example/100%25
                    https://news.example/%D8%A7                     | https://news.example/%D8%A7
                    https://news.example/ا                          | https://news.example/%D8%A7
                    https://my_site.example/a                       | https://my_site.example/a
                    https://новости.example/a                       | https://xn--b1amnebsh.example/a
                    http://[2001:DB8::1]:80/a                       | http://[2001:db8::1]/a
                    """)
    void spellsAnAddressInOneWay(String address, String canonical) {
        assertThat(CanonicalUrl.of(address)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/a/b", "mailto:desk@news.example", "javascript:void(0)", "http://", "http:///a", "a:b"})
    void knowsWhatIsNoWebAddress(String address) {
        assertThat(CanonicalUrl.of(address)).isEmpty();
    }

    @Test
    void isStable() {
        String once =
                CanonicalUrl.of("https://News.example/ا?z=1&y=%zz&utm_id=4#top").orElseThrow();

        assertThat(CanonicalUrl.of(once)).contains(once);
    }

    @Test
    void tellsTheHost() {
        assertThat(CanonicalUrl.hostOf("https://www.News.example:8443/a")).contains("news.example");
        assertThat(CanonicalUrl.hostOf("no address")).isEmpty();
    }
}
