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
        /** Alive and waiting for something, such as a broker: no reason to restart. */
        WAITING,
        /** Will not come back by itself. */
        DEAD
    }

    /** Does its work. */
    public static Health ready(String detail) {
        return new Health(State.READY, detail);
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
