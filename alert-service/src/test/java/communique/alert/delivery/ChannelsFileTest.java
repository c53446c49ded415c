package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.Wanted;
import communique.alert.delivery.console.ConsoleConfig;
import communique.alert.delivery.slack.SlackConfig;
import communique.alert.delivery.webhook.WebhookConfig;
import communique.kit.config.InvalidConfigException;
import communique.kit.config.YamlFile;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsFileTest {
    @Test
    void readsEveryKeyOfEveryType() {
        List<ChannelConfig> channels = read("""
                channels:
                  - name: terminal
                    type: console
                    color: true
                  - name: desk
                    type: slack
                    url_file: /run/secrets/slack
                    timeout: 20s
                    allow_private: true
                    wants:
                      speakers: [RU, CN]
                      min_confidence: 0.6
                  - name: ops-hook
                    type: webhook
                    url: https://ops.example/hooks
                    secret: ${env:HOOK_SECRET}
                """);

        assertThat(channels).hasSize(3);
        assertThat(channels.get(0)).isEqualTo(new ConsoleConfig("terminal", Wanted.ALL, true));
        assertThat(channels.get(1)).isInstanceOfSatisfying(SlackConfig.class, slack -> {
            assertThat(slack.wants()).isEqualTo(new Wanted(Set.of("RU", "CN"), 0.6));
            assertThat(slack.target().timeout()).isEqualTo(Duration.ofSeconds(20));
            assertThat(slack.target().allowPrivate()).isTrue();
        });
        assertThat(channels.get(2)).isInstanceOfSatisfying(WebhookConfig.class, webhook -> {
            assertThat(webhook.wants()).isEqualTo(Wanted.ALL);
            assertThat(webhook.target().timeout()).isEqualTo(Duration.ofSeconds(15));
            assertThat(webhook.target().allowPrivate()).isFalse();
        });
    }

    @Test
    void mayHaveNoChannels() {
        assertThat(read("channels: []")).isEmpty();
        assertThat(read("{}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{name: a, type: slack, url: '${env:A}', timeuot: 5s} | did you mean timeout?",
                "{name: a, type: slack, url: '${env:A}', allowPrivate: true} | did you mean allow_private?",
                "{name: a, type: slack, url: '${env:A}', target: {}}  | known here: allow_private, conversation, name",
                "{name: a, type: console, colour: true}               | did you mean color?",
                "{name: a, type: console, wants: {speeker: [CN]}}     | unknown key 'speeker'",
                "{name: a, type: webhook, url: 'https://x.example'}   | needs either secret or secret_file",
                "{name: a, type: slack}                               | needs either url or url_file",
                "{name: a, type: slack, url: '${env:A}', url_file: b} | needs either url or url_file",
                "{name: a, type: slack, url: '${env:A}', timeout: 5}  | '5' is not a duration",
                "{name: a, type: slack, url: '${env:A}', timeout: 9m} | timeout lies between",
                "{name: a, type: slak, url: '${env:A}'}               | a channel needs a type: alertmanager, console, email, ntfy, pagerduty, slack, teams or webhook",
                "{name: a}                                            | a channel needs a type: alertmanager, console, email, ntfy, pagerduty, slack, teams or webhook",
                "{type: console}                                      | a channel needs a name",
                "{name: My Channel, type: console}                    | a channel needs a name",
                "{name: a, type: console, wants: {speakers: [cn]}}    | 'cn' is no country code"
            })
    void tellsAMistakeAndItsMend(String channel, String message) {
        assertThatThrownBy(() -> read("channels:\n  - " + channel))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("channels.yaml")
                .hasMessageContaining(message);
    }

    private static List<ChannelConfig> read(String yaml) {
        return YamlFile.read(yaml, "channels.yaml", ChannelsFile.class).channels();
    }
}
