package communique.alert.view;

/** Text from the world as text in HTML and XML, never as mark-up. */
public final class Html {
    private static final int LONGEST = 4_000;

    private Html() {}

    /** The text on one line, every special character escaped. */
    public static String text(String text) {
        return SafeText.fit(text, LONGEST, Html::escape);
    }

    private static String escape(String text) {
        // XML cannot hold these two at all.
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replaceAll("[\\uFFFE\\uFFFF]", "\uFFFD");
    }
}
