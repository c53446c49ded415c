package communique.alert.route;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import communique.alert.delivery.channel.DurationConverter;
import communique.alert.rule.TimeWindow;
import java.time.Duration;
import java.util.List;

/**
 * A node of the routing tree as written. What a route leaves out it has from its parent.
 *
 * @param match what an alert must be like, all of it; empty for every alert
 * @param channel where alerts go that no child takes
 * @param fallback where they go too when that channel fails
 * @param groupBy labels in which alerts told together agree
 * @param groupWait how long the first alert of a group waits for others
 * @param groupInterval least time between two messages of a group
 * @param repeatInterval after how long an alert is told again that nobody took note of; never where it is zero
 * @param quiet hours in which nothing is sent
 * @param goOn whether the next route is tried too where this one matches
 * @param routes children, tried in order
 */
public record Route(
        @JsonProperty("match") List<Matcher> match,
        @JsonProperty("channel") String channel,
        @JsonProperty("fallback") String fallback,
        @JsonProperty("group_by") List<String> groupBy,

        @JsonProperty("group_wait") @JsonDeserialize(converter = DurationConverter.class)
        Duration groupWait,

        @JsonProperty("group_interval") @JsonDeserialize(converter = DurationConverter.class)
        Duration groupInterval,

        @JsonProperty("repeat_interval") @JsonDeserialize(converter = DurationConverter.class)
        Duration repeatInterval,

        @JsonProperty("quiet") List<TimeWindow> quiet,
        @JsonProperty("continue") Boolean goOn,
        @JsonProperty("routes") List<Route> routes) {
    private static final List<String> GROUP_BY = List.of("story");
    private static final Duration GROUP_WAIT = Duration.ofSeconds(30);
    private static final Duration GROUP_INTERVAL = Duration.ofMinutes(5);

    /** Copies, and checks the labels. */
    public Route {
        match = match == null ? List.of() : List.copyOf(match);
        routes = routes == null ? List.of() : List.copyOf(routes);
        goOn = Boolean.TRUE.equals(goOn);
        Labels.check(groupBy == null ? List.of() : groupBy);
    }

    /** The root with what it leaves out filled in; the numbers are Alertmanager's. */
    Route asRoot() {
        if (channel == null) {
            throw new IllegalArgumentException("the root route needs a channel: where alerts go that no other takes");
        }
        if (!match.isEmpty() || goOn) {
            throw new IllegalArgumentException("the root route takes every alert, so it has no match and no continue");
        }
        return with(new Route(
                List.of(),
                channel,
                null,
                GROUP_BY,
                GROUP_WAIT,
                GROUP_INTERVAL,
                Duration.ZERO,
                List.of(),
                false,
                List.of()));
    }

    /** This route with what it leaves out taken from its parent. */
    Route with(Route parent) {
        return new Route(
                match,
                or(channel, parent.channel),
                or(fallback, parent.fallback),
                or(groupBy, parent.groupBy),
                or(groupWait, parent.groupWait),
                or(groupInterval, parent.groupInterval),
                or(repeatInterval, parent.repeatInterval),
                or(quiet, parent.quiet),
                goOn,
                routes);
    }

    private static <T> T or(T own, T inherited) {
        return own == null ? inherited : own;
    }

    Grouping grouping() {
        return new Grouping(groupBy, groupWait, groupInterval, repeat());
    }

    /** A whole number of intervals, as Alertmanager has it: a group is never told more often. */
    private Duration repeat() {
        if (repeatInterval.isZero() || groupInterval.isZero()) {
            return repeatInterval;
        }
        long intervals = repeatInterval.plus(groupInterval).minusNanos(1).dividedBy(groupInterval);
        return groupInterval.multipliedBy(intervals);
    }
}
