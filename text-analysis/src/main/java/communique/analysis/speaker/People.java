package communique.analysis.speaker;

import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.CharClass;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.LexiconFiles;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code people.txt}. */
public final class People {
    private static final String OFFICE = "office";
    private static final Pattern TENURE =
            Pattern.compile("([A-Z]{2}) ([a-z-]+) (\\d{4}(?:-\\d\\d){0,2})?\\.\\.(\\d{4}(?:-\\d\\d){0,2})?");

    private final Collection<Block> blocks;
    private final Map<String, Person> people = new HashMap<>();

    /** Reads and checks all people. */
    public People(LexiconFiles files) {
        blocks = files.read("people.txt");
        Map<String, List<Tenure>> tenures = new HashMap<>();
        for (Block block : blocks) {
            for (Block.Field field : block.fields()) {
                if (field.key().equals(OFFICE)) {
                    tenures.computeIfAbsent(block.id(), name -> new ArrayList<>())
                            .add(tenure(block, field));
                }
            }
            if (!tenures.containsKey(block.id())) {
                throw block.wrong("no 'office: STATE office from..to' line");
            }
        }
        tenures.forEach((name, held) -> people.put(name, new Person(name, List.copyOf(held))));
    }

    /** Adds their names in one language to a lexicon. English names stand in texts of every language. */
    public void addTo(Lexicon.Builder lexicon, String language) {
        for (Block block : blocks) {
            Person person = people.get(block.id());
            lexicon.add(person.name(), new PersonSense(person, true));
            for (Block.Field field : block.fields()) {
                if (field.language().equals(language)) {
                    field.values().forEach(name -> lexicon.addNoun(name, new PersonSense(person, isFull(name))));
                }
            }
        }
    }

    private static boolean isFull(String name) {
        return name.contains(" ") || name.contains("·") || CharClass.isUnspaced(name.charAt(0));
    }

    private static Tenure tenure(Block block, Block.Field field) {
        Matcher matcher = TENURE.matcher(String.join("|", field.values()));
        if (!matcher.matches()) {
            throw block.wrong(
                    field,
                    "must read 'office: STATE office from..to', such as 'office: RU foreign-minister 2004-03-09..'");
        }
        try {
            LocalDate from = matcher.group(3) == null ? LocalDate.MIN : first(matcher.group(3));
            LocalDate to = matcher.group(4) == null ? LocalDate.MAX : last(matcher.group(4));
            if (to.isBefore(from)) {
                throw block.wrong(field, "ends before it begins");
            }
            return new Tenure(matcher.group(1), matcher.group(2), from, to);
        } catch (DateTimeException e) {
            throw block.wrong(field, "not a date: " + e.getMessage());
        }
    }

    private static LocalDate first(String date) {
        return switch (date.length()) {
            case 4 -> Year.parse(date).atDay(1);
            case 7 -> YearMonth.parse(date).atDay(1);
            default -> LocalDate.parse(date);
        };
    }

    private static LocalDate last(String date) {
        return switch (date.length()) {
            case 4 -> Year.parse(date).atMonth(12).atEndOfMonth();
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }
}
