package communique.standalone.rule;

import communique.alert.route.Matcher;
import communique.alert.route.Route;
import communique.alert.rule.WatchRule;
import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.LexiconFiles;
import communique.kit.config.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the engine can say of a statement. A rule or matcher that asks for something else is no mistake of form, and
 * never comes true: nobody would notice.
 */
final class Vocabulary {
    private static final int TOLD = 20;

    private final Set<String> topics;
    private final Set<String> offices;
    private final Set<String> people;

    Vocabulary(LexiconFiles files) {
        topics = ids(files, "topics.txt");
        offices = Stream.of("offices.txt", "organs.txt")
                .flatMap(file -> ids(files, file).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        people = ids(files, "people.txt");
    }

    private static Set<String> ids(LexiconFiles files, String name) {
        return files.read(name).stream().map(Block::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a rule asks for and nothing will ever have. */
    List<String> unknown(WatchRule rule) {
        List<String> warnings = new ArrayList<>();
        String place = "rule " + rule.id();
        rule.topics().forEach(topic -> warn(place, "topic", topic, topics, warnings));
        rule.offices().forEach(office -> warn(place, "office", office, offices, warnings));
        Set<String> names = people.stream().map(Vocabulary::small).collect(Collectors.toCollection(TreeSet::new));
        rule.people().stream()
                .filter(person -> !names.contains(small(person)))
                .forEach(person -> warn(place, "person", person, people, warnings));
        rule.languages().stream()
                .filter(language -> !LexiconFiles.LANGUAGES.contains(base(language)))
                .forEach(language -> warn(place, "language", language, LexiconFiles.LANGUAGES, warnings));
        return warnings;
    }

    private static String base(String language) {
        return language.replaceFirst("-.*", "");
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** What the matchers of a route and its children ask for and nothing will ever have. */
    List<String> unknown(Route route, String place) {
        List<String> warnings = new ArrayList<>();
        for (Matcher matcher : route.match()) {
            if (matcher.label().equals("topic") && !matcher.names(topics) && !matcher.names(Set.of(""))) {
                warnings.add(place + ": no topic is like " + matcher + "; there are " + String.join(", ", topics));
            }
        }
        for (int i = 0; i < route.routes().size(); i++) {
            warnings.addAll(unknown(route.routes().get(i), place + ".routes[" + i + "]"));
        }
        return warnings;
    }

    private static void warn(String place, String what, String asked, Collection<String> known, List<String> warnings) {
        if (!known.contains(asked)) {
            String mend = Suggestion.nearest(asked, known)
                    .map(meant -> "did you mean " + meant + "?")
                    .orElse(
                            known.size() > TOLD
                                    ? "a folder of data files may add it: --lexicon"
                                    : "there are " + String.join(", ", known));
            warnings.add(place + ": the engine knows no " + what + " '" + asked + "'; " + mend);
        }
    }
}
