package communique.standalone.demo;

import communique.standalone.sample.SampleSource;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code communique demo}: what stands at both ends of a demonstration. */
@Command(
        name = "demo",
        description = "Sample news to poll and a receiver of webhooks, for services that run elsewhere.",
        mixinStandardHelpOptions = true)
public final class DemoCommand {
    private static final int AT_ONCE = 24;

    @Spec
    private CommandSpec spec;

    /** Where it listens. */
    static final class Listen {
        @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to bind (${DEFAULT-VALUE}).")
        private String host;

        @Option(names = "--port", required = true, description = "Port to bind, 0 for any free one.")
        private int port;
    }

    @Command(
            name = "source",
            description = "Serve the sample news as a feed, /feed.xml, until stopped.",
            mixinStandardHelpOptions = true)
    int source(@Mixin Listen listen) throws InterruptedException {
        try (SampleSource source = new SampleSource(Clock.systemUTC(), AT_ONCE, listen.host, listen.port)) {
            say("sample news at " + source.source().url());
            untilStopped();
        }
        return 0;
    }

    @Command(
            name = "receiver",
            description = "Take webhooks and print them, until stopped; GET / lists the latest.",
            mixinStandardHelpOptions = true)
    int receiver(@Mixin Listen listen) throws InterruptedException {
        try (WebhookReceiver receiver = new WebhookReceiver(listen.host, listen.port, this::say)) {
            say("webhooks to http://" + listen.host + ":" + receiver.port() + "/");
            untilStopped();
        }
        return 0;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static void untilStopped() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
