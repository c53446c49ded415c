package communique.ingest.article;

import java.util.Arrays;

/** Bytes as they came in, perhaps only the first of them. */
public final class Original {
    private final byte[] bytes;
    private final long size;

    /**
     * Bytes of which there may be more than are here.
     *
     * @param bytes the first of them; not to be changed any more
     * @param size how many there are altogether
     */
    public Original(byte[] bytes, long size) {
        this.bytes = bytes;
        this.size = size;
    }

    /** All bytes. */
    public static Original whole(byte[] bytes) {
        return new Original(bytes, bytes.length);
    }

    /** What is here of it; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes there are altogether. */
    public long size() {
        return size;
    }

    /** Whether all bytes are here. */
    public boolean isWhole() {
        return size == bytes.length;
    }

    /** At most so many bytes of it. */
    public Original cutTo(int most) {
        return bytes.length <= most ? this : new Original(Arrays.copyOf(bytes, most), size);
    }

    /** SHA-256 of what is here, in hex. */
    public String sha256() {
        return ArticleId.sha256(bytes);
    }

    @Override
    public String toString() {
        return isWhole() ? size + " bytes" : "the first " + bytes.length + " of " + size + " bytes";
    }
}
