package communique.alert.delivery.console;

import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Message;
import java.io.PrintStream;

/** Prints each alert as one block of text. */
final class ConsoleChannel implements Channel {
    private final PrintStream out;
    private final AlertText text;

    ConsoleChannel(PrintStream out, AlertText text) {
        this.out = out;
        this.text = text;
    }

    @Override
    public DeliveryOutcome send(Message message) {
        message.alerts().forEach(alert -> out.print(text.of(alert)));
        message.notice().ifPresent(notice -> out.print(text.of(notice)));
        // A stream that failed once fails for ever: nobody is reading.
        return out.checkError()
                ? new Rejected(FailureReason.OTHER, Reply.none("the output is closed"))
                : new Delivered(Reply.NONE);
    }

    @Override
    public String toString() {
        return "console";
    }
}
