package communique.benchmarks.pipeline;

/**
 * How many work on a trial.
 *
 * @param threads stream threads of each instance
 * @param instances streams of their own, all in this process
 */
record Scale(int threads, int instances) {
    static final Scale ONE = new Scale(1, 1);
}
