package communique.alert.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A connection that takes what it is told to take. */
final class FakeOutput extends ServletOutputStream {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private WriteListener listener;
    private boolean ready = true;
    private boolean broken;
    private int flushes;

    void setReady(boolean ready) {
        this.ready = ready;
    }

    void breakDown() {
        broken = true;
    }

    /** What the server does when the connection takes more. */
    void call() throws IOException {
        listener.onWritePossible();
    }

    String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    int flushes() {
        return flushes;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void setWriteListener(WriteListener writeListener) {
        listener = writeListener;
    }

    @Override
    public void write(int b) throws IOException {
        if (broken) {
            throw new IOException("broken");
        }
        written.write(b);
    }

    @Override
    public void flush() {
        flushes++;
    }
}
