package communique.alert.delivery.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers lines as a test says, others as they like it, and keeps whom it took mail for. */
final class ScriptedServer implements AutoCloseable {
    /** Instead of an answer: the connection ends. */
    static final String HANG_UP = "hang up";

    /** Instead of an answer: nothing, while the connection stays. */
    static final String SAY_NOTHING = "say nothing";

    private final ServerSocket socket;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers;
    private final List<List<String>> taken = new CopyOnWriteArrayList<>();

    /** Answers a line in which one of the keys is with its value. */
    ScriptedServer(Map<String, String> answers) {
        this.answers = new ConcurrentHashMap<>(answers);
        try {
            socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Answers so from now on. */
    void answer(String line, String answer) {
        answers.put(line, answer);
    }

    /** The addresses of each mail it took. */
    List<List<String>> taken() {
        return taken;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connections.add(connection);
                talk(connection);
            } catch (IOException e) {
                // the next one
            }
        }
    }

    private void talk(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        List<String> addresses = new ArrayList<>();
        say(connection, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer = answerTo(line.toUpperCase(Locale.ROOT));
            if (answer.equals(HANG_UP)) {
                connection.setSoLinger(true, 0);
                return;
            }
            if (line.startsWith("RCPT") && answer.startsWith("2")) {
                addresses.add(line.substring(line.indexOf('<') + 1, line.indexOf('@')));
            }
            if (!answer.equals(SAY_NOTHING)) {
                say(connection, answer);
            }
            if (answer.startsWith("354")) {
                while (!".".equals(in.readLine())) {
                    // the mail itself
                }
                taken.add(List.copyOf(addresses));
                say(connection, "250 queued");
            }
        }
    }

    private String answerTo(String line) {
        return answers.entrySet().stream()
                .filter(entry -> line.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(line.equals("DATA") ? "354 go on" : "250 fine");
    }

    private static void say(Socket connection, String answer) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
