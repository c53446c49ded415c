package communique.alert.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeLinkTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://wire.example/a?b=1&c=2", "http://wire.example", " https://wire.example/%D0%B0 "})
    void linksToTheWeb(String address) {
        assertThat(SafeLink.of(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "//wire.example/a",
                "/a",
                "wire.example",
                "https://",
                "https:///a",
                "https://wire.example/a b",
                "https://wire.example/<x>|y",
                "https://bank.example@wire.example/",
                "https://wire.example/\"onclick=",
                "ftp://wire.example/a",
                ""
            })
    void linksNowhereElse(String address) {
        assertThat(SafeLink.of(address)).isEmpty();
    }

    @Test
    void writesAnAddressInAscii() {
        assertThat(SafeLink.of("https://wire.example/خبر?q=中"))
                .hasToString("Optional[https://wire.example/%D8%AE%D8%A8%D8%B1?q=%E4%B8%AD]");
    }

    @Test
    void linksNowhereWithHalfACharacterOrATurnOfDirection() {
        assertThat(SafeLink.of("https://wire.example/\uD800")).isEmpty();
        assertThat(SafeLink.of("https://wire.example/\u202Egpj.exe")).isEmpty();
    }
}
