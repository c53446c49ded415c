package communique.alert.route;

import communique.schemas.v1.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which channels every alert reaches: by the routing tree, or all of them where there is none. */
public final class RoutePlan {
    private final Optional<Route> root;
    private final List<String> channels;

    private RoutePlan(Optional<Route> root, List<String> channels) {
        this.root = root;
        this.channels = List.copyOf(channels);
    }

    /**
     * A plan.
     *
     * @param root the root route; empty where every channel gets every alert at once
     * @param channels the channels there are
     * @throws IllegalArgumentException where a route leads to a channel that is not there
     */
    public static RoutePlan of(Optional<Route> root, List<String> channels) {
        RoutePlan plan = new RoutePlan(root.map(Route::asRoot), channels);
        Set<String> missing = new TreeSet<>(plan.named());
        channels.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("a route leads to " + missing + "; the channels are "
                    + channels.stream().sorted().toList());
        }
        return plan;
    }

    /** Channels no alert can reach. */
    public List<String> unreached() {
        if (root.isEmpty()) {
            return List.of();
        }
        Set<String> named = named();
        return channels.stream().filter(channel -> !named.contains(channel)).toList();
    }

    private Set<String> named() {
        Set<String> names = new TreeSet<>();
        root.ifPresent(route -> collect(route, names));
        return names;
    }

    private static void collect(Route route, Set<String> names) {
        Stream.of(Optional.ofNullable(route.channel()), Optional.ofNullable(route.fallback()))
                .flatMap(Optional::stream)
                .forEach(names::add);
        route.routes().forEach(child -> collect(child, names));
    }

    /** The channels an alert reaches, each once, in the order of the tree. */
    public List<Stop> reach(Alert alert) {
        if (root.isEmpty()) {
            return channels.stream().map(Stop::plain).toList();
        }
        Map<String, Stop> stops = new LinkedHashMap<>();
        walk(root.get(), "route", alert, new ArrayList<>()).forEach(stop -> stops.putIfAbsent(stop.channel(), stop));
        return List.copyOf(stops.values());
    }

    /** The stop of one channel, where an alert reaches it. */
    public Optional<Stop> stop(Alert alert, String channel) {
        return reach(alert).stream()
                .filter(stop -> stop.channel().equals(channel))
                .findFirst();
    }

    /** Every route that was looked at for an alert, and what came of it, one line each. */
    public List<String> explain(Alert alert) {
        List<String> lines = new ArrayList<>();
        root.ifPresentOrElse(
                route -> walk(route, "route", alert, lines),
                () -> lines.add("no route is set: every channel gets every alert"));
        return lines;
    }

    private static List<Stop> walk(Route route, String path, Alert alert, List<String> lines) {
        List<Stop> stops = new ArrayList<>();
        int line = lines.size();
        for (int i = 0; i < route.routes().size(); i++) {
            Route child = route.routes().get(i).with(route);
            String childPath = path + ".routes[" + i + "]";
            Optional<Matcher> against = child.match().stream()
                    .filter(matcher -> !matcher.matches(alert))
                    .findFirst();
            if (against.isPresent()) {
                lines.add(childPath + ": not taken, " + against.get());
                continue;
            }
            stops.addAll(walk(child, childPath, alert, lines));
            if (!child.goOn()) {
                break;
            }
        }
        if (stops.isEmpty()) {
            stops.add(stop(route, path, alert));
        }
        String taken = route.match().isEmpty() ? "every alert" : String.valueOf(route.match());
        lines.add(
                line, path + ": taken, " + taken + (stops.get(0).path().equals(path) ? " -> " + route.channel() : ""));
        return stops;
    }

    private static Stop stop(Route route, String path, Alert alert) {
        return new Stop(
                route.channel(),
                Optional.ofNullable(route.fallback()).filter(name -> !name.equals(route.channel())),
                route.grouping(),
                Labels.group(alert, route.groupBy()),
                route.quiet(),
                path);
    }
}
