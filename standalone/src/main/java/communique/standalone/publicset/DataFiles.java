package communique.standalone.publicset;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Files of a set. */
final class DataFiles {
    private DataFiles() {}

    /** The files of a folder whose names match, in order of their names. */
    static List<Path> in(Path folder, String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            found.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }
}
