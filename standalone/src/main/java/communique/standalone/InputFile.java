package communique.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the files people name; what is wrong with one is said in words for people. */
public final class InputFile {
    private InputFile() {}

    /**
     * All bytes of a file.
     *
     * @param most no file for this may be larger
     * @throws IOException naming the file, and why it cannot be read
     */
    public static byte[] bytes(Path file, int most) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder; name the files in it");
        }
        try {
            if (Files.size(file) > most) {
                throw new IOException(file + " has more than " + most + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file, e);
        }
    }
}
