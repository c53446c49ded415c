package communique.alert.delivery.console;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.SampleAlerts;
import communique.alert.delivery.ChannelContract;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ConsoleChannelTest extends ChannelContract {
    @Override
    protected String yaml() {
        return "type: console\n";
    }

    @Override
    protected String received() {
        return printed();
    }

    @Test
    void printsWithColourWhereAsked() {
        open("type: console\ncolor: true\n")
                .send(message(1, SampleAlerts.joint("x1").build()));

        assertThat(received()).contains("\u001B[1m");
    }

    @Test
    void isRejectedWhereNobodyReads() {
        PrintStream closed = new PrintStream(OutputStream.nullOutputStream());
        closed.close();

        DeliveryOutcome outcome = new ConsoleChannel(closed, new AlertText(false))
                .send(message(1, SampleAlerts.joint("x1").build()));

        assertThat(outcome).isInstanceOf(Rejected.class);
    }
}
