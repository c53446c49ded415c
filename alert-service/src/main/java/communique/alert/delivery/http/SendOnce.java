package communique.alert.delivery.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A body the client never sends a second time of its own accord: repeats are the worker's decision. */
final class SendOnce extends RequestBody {
    private final MediaType type;
    private final byte[] bytes;

    SendOnce(String type, byte[] bytes) {
        this.type = MediaType.get(type);
        this.bytes = bytes;
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
