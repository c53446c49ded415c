package communique.kit.config;

/**
 * One thing wrong with a configuration.
 *
 * @param key the key or path it is about
 * @param message what is wrong and how to mend it
 */
public record ConfigProblem(String key, String message) {
    @Override
    public String toString() {
        return key + ": " + message;
    }
}
