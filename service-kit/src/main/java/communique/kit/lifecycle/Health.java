package communique.kit.lifecycle;

/**
 * How a part of a service is.
 *
 * @param state what a supervisor should make of it
 * @param detail one short sentence for people, free of secrets
 */
public record Health(State state, String detail) {
    /** What a supervisor should make of a part. */
    public enum State {
        /** Does its work. */
        READY,
        /** Does its work and does not keep up with it: somebody should look, a restart would not help. */
        DEGRADED,
        /** Alive and waiting for something, such as a broker: no reason to restart. */
        WAITING,
        /** Will not come back by itself. */
        DEAD
    }

    /** Whether it does its work, be it slowly. */
    public boolean works() {
        return state.compareTo(State.WAITING) < 0;
    }

    /** Does its work. */
    public static Health ready(String detail) {
        return new Health(State.READY, detail);
    }

    /** Does its work and does not keep up. */
    public static Health degraded(String detail) {
        return new Health(State.DEGRADED, detail);
    }

    /** Waits for something. */
    public static Health waiting(String detail) {
        return new Health(State.WAITING, detail);
    }

    /** Will not come back by itself. */
    public static Health dead(String detail) {
        return new Health(State.DEAD, detail);
    }
}
