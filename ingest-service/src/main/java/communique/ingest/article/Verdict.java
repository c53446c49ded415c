package communique.ingest.article;

import java.util.function.Function;

/** What came of reading something somebody else wrote: it is fit for use, or there is a reason why not. */
public sealed interface Verdict<T> {
    /** Fit for use. */
    record Fit<T>(T value) implements Verdict<T> {}

    /** Not fit for use. */
    record Unfit<T>(Rejection why) implements Verdict<T> {}

    /** Fit for use. */
    static <T> Verdict<T> fit(T value) {
        return new Fit<>(value);
    }

    /** Not fit for use. */
    static <T> Verdict<T> unfit(RejectionReason reason, String detail) {
        return new Unfit<>(new Rejection(reason, detail, ""));
    }

    /** Goes on with what is fit. */
    default <R> Verdict<R> then(Function<T, Verdict<R>> step) {
        return either(step, Unfit::new);
    }

    /** One of two, by whether it is fit. */
    default <R> R either(Function<T, R> whenFit, Function<Rejection, R> whenUnfit) {
        return this instanceof Fit<T> fit ? whenFit.apply(fit.value()) : whenUnfit.apply(((Unfit<T>) this).why());
    }
}
