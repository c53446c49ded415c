package communique.kit.metrics;

/** One entry of a service's catalogue of meters, an enum that implements this. */
public interface MeterDefinition {
    /** Name with dots; Prometheus shows underscores and a suffix for the unit. */
    String meterName();

    /** What it counts or measures, and what its tags are. */
    String doc();
}
