package communique.analysis.speaker;

import communique.analysis.country.InnerCountrySense;
import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.LexiconFiles;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the data files of offices, organs, groups of states, and those who are no state. */
public final class Bodies {
    private static final Pattern MEMBER = Pattern.compile("([A-Z]{2})(?:@(\\d{4}-\\d\\d-\\d\\d)\\.\\.)?");
    private static final Pattern OUTLET = Pattern.compile("([A-Z]{2})( official)?");
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");

    private Bodies() {}

    /** Adds all of them in one language to a lexicon. */
    public static void addTo(Lexicon.Builder lexicon, LexiconFiles files, String language) {
        for (Block block : files.read("offices.txt")) {
            values(block, language).forEach(term -> lexicon.addNoun(term, new OfficeSense(block.id())));
        }
        for (Block block : files.read("organs.txt")) {
            Optional<String> state = Optional.of(block.title()).filter(title -> !title.isEmpty());
            if (state.isPresent() && !STATE.matcher(state.get()).matches()) {
                throw block.wrong("'" + state.get() + "' is not an ISO 3166-1 alpha-2 code");
            }
            values(block, language).forEach(term -> lexicon.addNoun(term, new OrganSense(block.id(), state)));
        }
        for (Block block : files.read("blocs.txt")) {
            Bloc bloc = bloc(block);
            List<String> about = values(block, "about");
            for (String term : values(block, language)) {
                lexicon.addNoun(term, new BlocSense(bloc));
                about.forEach(code -> lexicon.addNoun(term, new InnerCountrySense(code)));
            }
        }
        for (Block block : files.read(language + "/outsiders.txt")) {
            values(block, language).forEach(term -> lexicon.addNoun(term, new OutsiderSense(block.id())));
        }
    }

    /** Adds the marks of known outlets to a lexicon; they are the same in every language. */
    public static void addOutletsTo(Lexicon.Builder lexicon, LexiconFiles files) {
        for (Block block : files.read("outlets.txt")) {
            Matcher head = OUTLET.matcher(block.title());
            if (!head.matches()) {
                throw block.wrong("must read '[id] STATE' or '[id] STATE official'");
            }
            OutletSense outlet = new OutletSense(head.group(1), head.group(2) != null);
            values(block, "marks").forEach(mark -> lexicon.add(mark, outlet));
        }
    }

    /** The groups of states by id. */
    public static Map<String, Bloc> blocs(LexiconFiles files) {
        return files.read("blocs.txt").stream().map(Bodies::bloc).collect(Collectors.toMap(Bloc::id, bloc -> bloc));
    }

    private static List<String> values(Block block, String key) {
        return block.fields().stream()
                .filter(field -> field.key().equals(key))
                .flatMap(field -> field.values().stream())
                .toList();
    }

    private static Bloc bloc(Block block) {
        Block.Field members = block.fields().stream()
                .filter(field -> field.key().equals("members"))
                .findFirst()
                .orElseThrow(() -> block.wrong("no 'members:' line"));
        return new Bloc(
                block.id(),
                members.values().stream()
                        .map(value -> member(block, members, value))
                        .toList());
    }

    private static Bloc.Membership member(Block block, Block.Field field, String value) {
        Matcher matcher = MEMBER.matcher(value);
        if (!matcher.matches()) {
            throw block.wrong(
                    field,
                    "'" + value + "' must be a state, such as CN, or a state with a day, such as IR@2023-07-04..");
        }
        try {
            LocalDate since = matcher.group(2) == null ? LocalDate.MIN : LocalDate.parse(matcher.group(2));
            return new Bloc.Membership(matcher.group(1), since);
        } catch (DateTimeParseException e) {
            throw block.wrong(field, "not a date: " + matcher.group(2));
        }
    }
}
