package communique.alert.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import communique.alert.SampleAlerts;
import communique.alert.delivery.ChannelContract;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Message;
import communique.schemas.v1.Alert;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailChannelTest extends ChannelContract {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private int seen;

    @BeforeEach
    void startServer() {
        server.start();
        server.setUser("bot", "s3cret-pass");
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Override
    protected Map<String, String> environment() {
        return Map.of("PASSWORD", "s3cret-pass");
    }

    @Override
    protected String yaml() {
        return yaml(server.getSmtp().getPort());
    }

    private static String yaml(int port) {
        return "type: email\nhost: 127.0.0.1\nport: " + port
                + "\nsecurity: none\nuser: bot\npassword: ${env:PASSWORD}\n"
                + "from: alerts@communique.example\nto: [desk@ops.example]\ntimeout: 2s\n";
    }

    @Override
    protected String received() throws Exception {
        MimeMessage mail = mail();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return mail.getSubject() + "\n" + bytes.toString(StandardCharsets.UTF_8);
    }

    private MimeMessage mail() {
        assertThat(server.waitForIncomingEmail(5_000, seen + 1)).isTrue();
        return server.getReceivedMessages()[seen++];
    }

    @Test
    void hasOneMessageIdInEveryAttemptAndThreadsUpdates() throws Exception {
        var channel = open(yaml());
        Alert first = SampleAlerts.revision("x1", 1).build();
        Delivered delivered = (Delivered) channel.send(message(1, first));
        channel.send(message(2, first));
        Alert update = SampleAlerts.revision("x1", 2).build();
        channel.send(
                new Message("msg_x1_2", 1, clock.instant(), List.of(update), Optional.empty(), delivered.receipt()));

        MimeMessage one = mail();
        MimeMessage again = mail();
        MimeMessage later = mail();
        assertThat(one.getMessageID()).isEqualTo("<msg_x1_1@alerts.communique>").isEqualTo(again.getMessageID());
        assertThat(later.getHeader("In-Reply-To")).containsExactly(one.getMessageID());
        assertThat(one.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(one.getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void keepsTextOfAnAlertOutOfTheHeadersAndTheMarkup() throws Exception {
        open(yaml())
                .send(message(1, SampleAlerts.hostile("x\r\nBcc: all@ops.example\r\n\r\n<script>alert(1)</script>")));

        MimeMessage mail = mail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        var parts = (jakarta.mail.internet.MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(1).getContent().toString())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    @Test
    void tellsMailProgramsWhereToLeaveTheList() throws Exception {
        open(yaml() + "unsubscribe: https://alerts.example/leave\n")
                .send(message(1, SampleAlerts.joint("x1").build()));

        MimeMessage mail = mail();
        assertThat(mail.getHeader("List-Id")).containsExactly("<alerts.communique>");
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://alerts.example/leave>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void writesInTheOperatorsWords(@TempDir Path folder) throws Exception {
        Path template = Files.writeString(folder.resolve("mail.yaml"), """
                subject: 'News of {{alert.who}}: {{{alert.headline}}}'
                text: '{{alert.headline}}'
                html: '<b>{{{alert.headline}}}</b>'
                """);
        Alert hostile =
                SampleAlerts.joint("x1").setHeadline("<script>\r\nBcc: x").build();

        open(yaml() + "template: " + template + "\n").send(message(1, hostile));

        MimeMessage mail = mail();
        assertThat(mail.getSubject()).startsWith("News of Russia and Iran: ");
        assertThat(mail.getHeader("Bcc")).isNull();
        var parts = (jakarta.mail.internet.MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(1).getContent().toString())
                .startsWith("<b>")
                .doesNotContain("<script>");
    }

    @Test
    void isRejectedWhereThePasswordIsWrong() {
        Map<String, String> wrong = new HashMap<>(environment());
        wrong.put("PASSWORD", "another");

        DeliveryOutcome outcome =
                open(yaml(), wrong).send(message(1, SampleAlerts.joint("x1").build()));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(FailureReason.AUTH_ERROR));
        assertThat(outcome.toString()).doesNotContain("another");
    }

    @Test
    void mayBeTriedAgainWhereNobodyListens() {
        var channel = open(yaml());
        server.stop();

        assertThat(channel.send(message(1, SampleAlerts.joint("x1").build())))
                .isInstanceOfSatisfying(
                        Retry.class, retry -> assertThat(retry.reason()).isEqualTo(FailureReason.NETWORK));
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedServer.HANG_UP, ScriptedServer.SAY_NOTHING, "421 too busy"})
    void hasDeliveredWhatTheServerTookHoweverItSaysGoodbye(String goodbye) throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(Map.of("QUIT", goodbye))) {
            DeliveryOutcome outcome = open(yaml(scripted.port()))
                    .send(message(1, SampleAlerts.joint("x1").build()));

            assertThat(outcome).isInstanceOf(Delivered.class);
            assertThat(scripted.taken()).hasSize(1);
        }
    }

    @Test
    void reachesWhomItCanWhereAnAddressIsRefusedForGood() throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(Map.of("GONE@", "550 5.1.1 no such user"))) {
            DeliveryOutcome outcome = open(twoReaders(scripted))
                    .send(message(1, SampleAlerts.joint("x1").build()));

            assertThat(outcome).isInstanceOf(Delivered.class);
            assertThat(scripted.taken()).containsExactly(List.of("desk"));
        }
    }

    @Test
    void isRejectedWhereEveryAddressIsRefusedForGood() throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(Map.of("RCPT", "550 5.1.1 no such user"))) {
            DeliveryOutcome outcome = open(twoReaders(scripted))
                    .send(message(1, SampleAlerts.joint("x1").build()));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.reason()).isEqualTo(FailureReason.CLIENT_ERROR));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 fine", "550 5.1.1 no such user"})
    void triesAnAddressThatIsRefusedForNowAgainAndNoOther(String answerLater) throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(Map.of("GONE@", "450 4.2.0 grey list"))) {
            var channel = open(twoReaders(scripted));
            Alert alert = SampleAlerts.joint("x1").build();

            assertThat(channel.send(message(1, alert)))
                    .isInstanceOfSatisfying(
                            Retry.class,
                            retry -> assertThat(retry.reply().status()).hasValue(450));
            assertThat(channel.send(message(2, alert))).isInstanceOf(Retry.class);
            scripted.answer("GONE@", answerLater);
            assertThat(channel.send(message(3, alert))).isInstanceOf(Delivered.class);

            assertThat(scripted.taken().get(0)).containsExactly("desk");
            assertThat(scripted.taken().stream().skip(1).flatMap(List::stream)).doesNotContain("desk");
        }
    }

    @Test
    void mayBeTriedAgainWhereOneAddressIsRefusedForGoodAndTheOtherForNow() throws Exception {
        Map<String, String> answers = Map.of("GONE@", "450 4.2.0 grey list", "DESK@", "550 5.1.1 no such user");
        try (ScriptedServer scripted = new ScriptedServer(answers)) {
            DeliveryOutcome outcome = open(twoReaders(scripted))
                    .send(message(1, SampleAlerts.joint("x1").build()));

            assertThat(outcome).isInstanceOf(Retry.class);
        }
    }

    @Test
    void isRejectedWhereTheMailItselfIsRefused() throws Exception {
        Map<String, String> answers = Map.of("GONE@", "450 4.2.0 grey list", "DATA", "554 5.7.1 no mail of this kind");
        try (ScriptedServer scripted = new ScriptedServer(answers)) {
            DeliveryOutcome outcome = open(twoReaders(scripted))
                    .send(message(1, SampleAlerts.joint("x1").build()));

            assertThat(outcome).isInstanceOf(Rejected.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"454 4.7.0 later", "421 4.3.2 later", ScriptedServer.HANG_UP, ScriptedServer.SAY_NOTHING})
    void mayBeTriedAgainWhereTheServerCannotCheckThePasswordNow(String answer) throws Exception {
        Map<String, String> answers = Map.of("EHLO", "250-hello\r\n250 AUTH PLAIN LOGIN", "AUTH", answer);
        try (ScriptedServer scripted = new ScriptedServer(answers)) {
            DeliveryOutcome outcome = open(yaml(scripted.port()))
                    .send(message(1, SampleAlerts.joint("x1").build()));

            assertThat(outcome).isInstanceOf(Retry.class);
        }
    }

    private static String twoReaders(ScriptedServer scripted) {
        return yaml(scripted.port()).replace("[desk@ops.example]", "[desk@ops.example, gone@ops.example]");
    }
}
