package communique.standalone.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Precision, recall and F1 as they are counted. */
public final class Figure {
    private int right;
    private int said;
    private int wanted;

    /** Counts. */
    public void add(int truePositives, int predicted, int labelled) {
        right += truePositives;
        said += predicted;
        wanted += labelled;
    }

    /** Begins anew. */
    void clear() {
        right = 0;
        said = 0;
        wanted = 0;
    }

    /** Right among what was said; 0 where nothing was said. */
    @JsonProperty
    public double precision() {
        return said == 0 ? 0 : (double) right / said;
    }

    /** Right among what was wanted; 0 where nothing was wanted. */
    @JsonProperty
    public double recall() {
        return wanted == 0 ? 0 : (double) right / wanted;
    }

    /** Harmonic mean of the two. */
    @JsonProperty
    public double f1() {
        return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    /** How many were wanted. */
    @JsonProperty
    public int labelled() {
        return wanted;
    }

    /** How many were said. */
    @JsonProperty
    public int predicted() {
        return said;
    }
}
