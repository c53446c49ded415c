package communique.kit.kafka;

/** What lies at the bottom of an exception: Kafka's outer messages often say only that something failed. */
final class RootCause {
    private RootCause() {}

    static Throwable of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Its kind and message, for people. */
    static String shown(Throwable failure) {
        Throwable root = of(failure);
        return root.getClass().getSimpleName() + " " + root.getMessage();
    }
}
