package communique.alert.delivery;

import communique.alert.route.RoutePlan;
import communique.alert.silence.Silences;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all channels share.
 *
 * @param plan which alert reaches which channel
 * @param silences what nobody wants to be told of
 * @param requests what people and channels want of channels
 * @param acknowledged the revision of each alert that somebody took note of, by its id
 * @param headlines headline of an alert by its id, where it is still known
 * @param teller the channel that tells of trouble with another, where there is one
 */
record Shared(
        Supplier<RoutePlan> plan,
        Silences silences,
        Requests requests,
        Map<String, Integer> acknowledged,
        Function<String, Optional<String>> headlines,
        Function<String, Optional<String>> teller) {}
