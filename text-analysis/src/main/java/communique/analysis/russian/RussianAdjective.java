package communique.analysis.russian;

import java.util.Locale;
import java.util.Set;

/** Declines an adjective; the form given tells the gender, so that it agrees with the noun of its phrase. */
final class RussianAdjective {
    private static final String MIXED = "гкхжшщч";

    /** Nouns that end as adjectives do. */
    private static final Set<String> NOUNS =
            Set.of("герой", "строй", "покой", "застой", "прибой", "запой", "конвой", "разбой");

    private RussianAdjective() {}

    /** Whether a word is declined as an adjective, by its ending. */
    static boolean is(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.length() < 4) {
            return false;
        }
        char before = lower.charAt(lower.length() - 3);
        return switch (lower.substring(lower.length() - 2)) {
            case "ый", "ая", "яя", "ое", "ее", "ые" -> true;
            case "ой" -> !NOUNS.contains(lower);
            case "ий" -> isCountryLike(lower) || isSoft(lower) || (MIXED.indexOf(before) >= 0 && !isName(word));
            case "ие" -> MIXED.indexOf(before) >= 0 || isSoft(lower);
            default -> false;
        };
    }

    private static boolean isName(String word) {
        return Character.isUpperCase(word.charAt(0));
    }

    private static boolean isCountryLike(String word) {
        return word.endsWith("ский") || word.endsWith("цкий");
    }

    private static boolean isSoft(String word) {
        return word.matches(".*([вн]ешн|нутренн|соседн|крайн|средн|верхн|нижн|последн|древн|давн|ранн)(ий|ие)");
    }

    /** The forms of its gender, and the plural where the gender is masculine. */
    static Paradigm of(String word) {
        String stem = word.substring(0, word.length() - 2);
        boolean soft = isSoft(word.toLowerCase(Locale.ROOT)) || word.endsWith("яя") || word.endsWith("ее");
        String y = soft || MIXED.indexOf(stem.charAt(stem.length() - 1)) >= 0 ? "и" : "ы";
        String o = soft || (!stem.isEmpty() && "жшщч".indexOf(stem.charAt(stem.length() - 1)) >= 0) ? "е" : "о";
        return switch (word.substring(word.length() - 2)) {
            case "ая", "яя" -> feminine(stem, o, soft);
            case "ое", "ее" -> neuter(new Paradigm(), stem, y, o).with(plural(stem, y));
            case "ые", "ие" -> plural(stem, y);
            default -> masculine(stem, word.substring(word.length() - 2), y, o).with(plural(stem, y));
        };
    }

    /** All genders at once, with the short form that begins a compound: for a people's adjective that stands alone. */
    static Paradigm ofPeople(String word) {
        String stem = word.substring(0, word.length() - 2);
        return of(word).with(feminine(stem, "о", false))
                .with(neuter(new Paradigm(), stem, "и", "о"))
                .with(new Paradigm().addFixed(stem + "о"));
    }

    private static Paradigm masculine(String stem, String nominative, String y, String o) {
        return new Paradigm().add(false, stem, nominative + " " + o + "го " + o + "му . " + y + "м " + o + "м");
    }

    private static Paradigm neuter(Paradigm paradigm, String stem, String y, String o) {
        return paradigm.add(false, stem, o + "е " + o + "го " + o + "му " + o + "е " + y + "м " + o + "м");
    }

    private static Paradigm feminine(String stem, String o, boolean soft) {
        String she = soft ? "яя" : "ая";
        String her = soft ? "юю" : "ую";
        String of = o + "й";
        return new Paradigm()
                .add(false, stem, she + " " + of + " " + of + " " + her + " " + of + " " + of)
                .with(plural(stem, soft || MIXED.indexOf(stem.charAt(stem.length() - 1)) >= 0 ? "и" : "ы"));
    }

    private static Paradigm plural(String stem, String y) {
        return new Paradigm().add(true, stem, y + "е " + y + "х " + y + "м . " + y + "ми " + y + "х");
    }
}
