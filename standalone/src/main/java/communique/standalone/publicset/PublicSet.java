package communique.standalone.publicset;

import communique.analysis.Analyzer;
import java.io.IOException;
import java.nio.file.Path;

/** A collection of texts that others published and labelled. */
interface PublicSet {
    /** Its name, also that of its folder. */
    String id();

    /** Whether a folder holds it. */
    boolean isIn(Path folder);

    /**
     * Compares what the engine finds with its labels.
     *
     * @throws IOException where a file cannot be read, or is not what the set has there
     */
    void measure(Path folder, Analyzer analyzer, SetReport report) throws IOException;
}
