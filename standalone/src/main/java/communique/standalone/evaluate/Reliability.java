package communique.standalone.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.TreeMap;

/** Whether the confidence of statements means what it says: of those at 0.8, eight in ten are right. */
public final class Reliability {
    private static final int BINS = 20;

    private final TreeMap<Integer, Bin> bins = new TreeMap<>();

    /** Statements of about one confidence. */
    public static final class Bin {
        private int count;
        private int right;
        private double confidence;

        private void add(double said, boolean isRight) {
            count++;
            right += isRight ? 1 : 0;
            confidence += said;
        }

        /** How many there are. */
        @JsonProperty
        public int statements() {
            return count;
        }

        /** Their mean confidence. */
        @JsonProperty
        public double confidence() {
            return confidence / count;
        }

        /** The share of them that is right. */
        @JsonProperty
        public double right() {
            return (double) right / count;
        }
    }

    /** Counts a statement. */
    void add(double confidence, boolean right) {
        int bin = Math.min(BINS - 1, (int) (confidence * BINS));
        bins.computeIfAbsent(bin, b -> new Bin()).add(confidence, right);
    }

    /** Steps of confidence that occur, lowest first. */
    @JsonProperty
    public List<Bin> bins() {
        return List.copyOf(bins.values());
    }

    /** Mean distance of confidence and share of right ones, weighted by statements; 0 is perfect. */
    @JsonProperty
    public double calibrationError() {
        int total = bins.values().stream().mapToInt(Bin::statements).sum();
        return bins.values().stream()
                .mapToDouble(bin -> Math.abs(bin.right() - bin.confidence()) * bin.statements() / Math.max(1, total))
                .sum();
    }
}
