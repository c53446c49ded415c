package communique.system.container;

/** Values of a Prometheus scrape. */
final class Scrape {
    private Scrape() {}

    /** All values of a metric together, whatever their labels. */
    static double sum(String text, String metric) {
        return text.lines()
                .filter(line -> line.startsWith(metric + " ") || line.startsWith(metric + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
