package communique.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IngestMeterTest {
    @ParameterizedTest
    @EnumSource(IngestMeter.class)
    void hasANameOfThisServiceAndSaysWhatItCounts(IngestMeter meter) {
        assertThat(meter.meterName()).matches("communique\\.ingest(\\.[a-z]+)+");
        assertThat(meter.doc()).isNotBlank();
    }
}
