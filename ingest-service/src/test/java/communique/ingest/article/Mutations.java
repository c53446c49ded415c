package communique.ingest.article;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Damages bytes the way the web does: cut off, cut out, doubled, overwritten. */
public final class Mutations {
    private Mutations() {}

    /** The bytes with one to eight kinds of damage; the same for the same random numbers. */
    public static byte[] of(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int left = 1 + random.nextInt(8); left > 0 && bytes.length > 1; left--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(60));
            bytes = switch (random.nextInt(5)) {
                case 0 -> join(bytes, 0, from, bytes, 0, 0);
                case 1 -> join(bytes, 0, from, bytes, to, bytes.length);
                case 2 -> join(bytes, 0, to, bytes, from, bytes.length);
                case 3 -> overwritten(bytes, from, to, random);
                default -> join(bytes, from, bytes.length, bytes, 0, from);
            };
        }
        return bytes;
    }

    private static byte[] overwritten(byte[] bytes, int from, int to, Random random) {
        byte[] changed = bytes.clone();
        byte[] telling = {'<', '>', '&', '"', '\'', ';', '/', '[', ']', '!', 0, (byte) 0xff, (byte) 0xc3, '\n', '{', '}'
        };
        for (int i = from; i < to; i++) {
            changed[i] = random.nextBoolean() ? telling[random.nextInt(telling.length)] : (byte) random.nextInt(256);
        }
        return changed;
    }

    private static byte[] join(byte[] one, int from, int to, byte[] two, int then, int end) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(one, from, to - from);
        joined.write(two, then, end - then);
        return joined.toByteArray();
    }
}
