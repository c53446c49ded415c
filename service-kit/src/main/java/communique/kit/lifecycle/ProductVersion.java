package communique.kit.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the version this was built as. */
public final class ProductVersion implements IVersionProvider {
    private static final String FILE = "version.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties built = new Properties();
        try (InputStream file = ProductVersion.class.getResourceAsStream(FILE)) {
            built.load(file);
        }
        return new String[] {built.getProperty("version")};
    }
}
