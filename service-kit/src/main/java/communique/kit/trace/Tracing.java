package communique.kit.trace;

import communique.kit.config.Keys;
import communique.kit.config.Settings;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;

/**
 * The switch of spans, and where they go: to OpenTelemetry as its own {@code OTEL_…} variables tell, by default with
 * OTLP over HTTP to this machine. Where it is off OpenTelemetry is not started.
 */
public final class Tracing {
    private static final String SPANS = "tracing.spans";
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name",
            "communique",
            "otel.exporter.otlp.protocol",
            "http/protobuf",
            "otel.metrics.exporter",
            "none",
            "otel.logs.exporter",
            "none");

    private Tracing() {}

    /** Adds the switch. */
    public static Keys define(Keys keys) {
        return keys.flag(
                SPANS,
                false,
                "Report a span to OpenTelemetry for every record sent and processed. Leave it off under its agent.");
    }

    /** Whether it is on. */
    public static boolean isOn(Settings settings) {
        return settings.flag(SPANS);
    }

    /** Whether OpenTelemetry is at work in this process, by the switch or by its agent. */
    public static boolean isAtWork() {
        return GlobalOpenTelemetry.isSet();
    }

    /** Begins spans; OpenTelemetry is started with the first that asks. */
    static synchronized Tracer tracer() {
        if (!isAtWork()) {
            AutoConfiguredOpenTelemetrySdk.builder()
                    .addPropertiesSupplier(() -> DEFAULTS)
                    .setResultAsGlobal()
                    .build();
        }
        return GlobalOpenTelemetry.getTracer("communique");
    }
}
