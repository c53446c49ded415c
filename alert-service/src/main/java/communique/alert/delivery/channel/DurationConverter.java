package communique.alert.delivery.channel;

import com.fasterxml.jackson.databind.util.StdConverter;
import communique.kit.config.DurationText;
import java.time.Duration;

/** Reads durations such as 15s in a channels file. */
public final class DurationConverter extends StdConverter<String, Duration> {
    @Override
    public Duration convert(String text) {
        return DurationText.parse(text);
    }
}
