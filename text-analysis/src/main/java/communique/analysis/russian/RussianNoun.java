package communique.analysis.russian;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Declines a noun or adjective by its ending. Where the ending leaves a choice, such as the gender of a soft noun, all
 * forms of all choices are made: a form too many matches nothing, a form too few is missed.
 */
final class RussianNoun {
    private static final String VELARS = "гкх";
    private static final String HUSHES = "жшчщ";
    /** Nouns whose last vowel falls out. */
    private static final Map<String, String> FLEETING =
            Map.of("посол", "посл", "рынок", "рынк", "участок", "участк", "поселок", "поселк");

    /** Short forms of a ministry's name that end as if they had cases. */
    private static final Set<String> FIXED = Set.of("минобороны", "досье");

    private RussianNoun() {}

    static Paradigm of(String word) {
        int hyphen = word.lastIndexOf('-');
        if (hyphen > 0 && hyphen < word.length() - 1) {
            return of(word.substring(hyphen + 1)).between(word.substring(0, hyphen + 1), "");
        }
        if (!isRussian(word) || isFixed(word.toLowerCase(Locale.ROOT))) {
            return new Paradigm().addFixed(word);
        }
        if (isAcronym(word)) {
            boolean declines = isConsonant(word.charAt(word.length() - 1));
            return declines ? masculine(word, new Paradigm().addFixed(word)) : new Paradigm().addFixed(word);
        }
        return RussianAdjective.is(word) ? RussianAdjective.of(word) : noun(word);
    }

    private static boolean isRussian(String word) {
        return word.length() > 1
                && word.chars().allMatch(c -> Character.UnicodeBlock.CYRILLIC.equals(Character.UnicodeBlock.of(c)));
    }

    /** "замглавы", "зампостпреда": the case is hidden in the word. */
    private static boolean isFixed(String lower) {
        return FIXED.contains(lower)
                || (lower.startsWith("зам") && "ыаи".indexOf(lower.charAt(lower.length() - 1)) >= 0);
    }

    private static boolean isAcronym(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static boolean isConsonant(char c) {
        return "аеёиоуыэюяьАЕЁИОУЫЭЮЯЬ".indexOf(c) < 0;
    }

    private static boolean isName(String word) {
        return Character.isUpperCase(word.charAt(0));
    }

    private static Paradigm noun(String word) {
        String stem = word.substring(0, word.length() - 1);
        return switch (word.charAt(word.length() - 1)) {
            case 'а' -> feminine(word, stem);
            case 'я' -> softFeminine(stem);
            case 'о', 'е', 'ё' -> isName(word) ? new Paradigm().addFixed(word) : neuter(word, stem);
            case 'ы', 'и' -> isPluralName(word) ? plural(word, stem) : new Paradigm().addFixed(word);
            case 'ь' -> soft(stem, word);
            case 'й' -> yod(stem, isName(word));
            case 'у', 'ю', 'э' -> new Paradigm().addFixed(word);
            default -> masculine(word, new Paradigm());
        };
    }

    /** Names that end in -и seldom have cases, those that end in -ы are plurals. */
    private static boolean isPluralName(String word) {
        return !isName(word) || word.endsWith("ы");
    }

    private static boolean endsIn(String stem, String letters) {
        return letters.indexOf(Character.toLowerCase(stem.charAt(stem.length() - 1))) >= 0;
    }

    private static Paradigm masculine(String word, Paradigm paradigm) {
        String stem = fleeting(word);
        String lower = word.toLowerCase(Locale.ROOT);
        boolean surname = isName(word) && lower.matches(".*([оеё]в|[иы]н)");
        String by = endsIn(stem, HUSHES + "ц") ? "ем/ом" : surname ? "ом/ым" : "ом";
        paradigm.add(false, word, "- ! ! - ! !");
        paradigm.add(false, stem, "! а у а " + by + " е");
        if (!isName(word)) {
            String of = endsIn(stem, HUSHES) ? "ей" : endsIn(stem, "ц") ? "ов/ев" : "ов";
            paradigm.add(true, stem, (endsIn(stem, VELARS + HUSHES) ? "и" : "ы") + " " + of + " ам . ами ах");
        }
        return paradigm;
    }

    private static String fleeting(String word) {
        if (FLEETING.containsKey(word)) {
            return FLEETING.get(word);
        }
        if (word.endsWith("ец") && word.length() > 4) {
            String root = word.substring(0, word.length() - 2);
            return isConsonant(root.charAt(root.length() - 1)) ? root + "ц" : root + "йц";
        }
        return word;
    }

    private static Paradigm feminine(String word, String stem) {
        boolean hard = !endsIn(stem, VELARS + HUSHES);
        String one = hard ? "ы" : "и";
        Paradigm paradigm = new Paradigm().add(false, stem, "а " + one + " е у ой/ою/ей е");
        if (!isName(word)) {
            return paradigm.add(true, stem, one + " - ам . ами ах");
        }
        return word.matches(".*([оеё]ва|[иы]на)") ? paradigm.add(false, stem, "а ой ой у ой ой") : paradigm;
    }

    private static Paradigm softFeminine(String stem) {
        if (stem.endsWith("и")) {
            return new Paradigm().add(false, stem, "я и и ю ей и").add(true, stem, "и й ям . ями ях");
        }
        return new Paradigm().add(false, stem, "я и е ю ей е").add(true, stem, "и ь/й ям . ями ях");
    }

    private static Paradigm neuter(String word, String stem) {
        if (word.endsWith("о")) {
            return new Paradigm().add(false, stem, "о а у о ом е").add(true, stem, "а - ам а ами ах");
        }
        String about = stem.endsWith("и") ? "и" : "е";
        return endsIn(stem, HUSHES)
                ? new Paradigm().add(false, stem, "е а у е ем е").add(true, stem, "а - ам а ами ах")
                : new Paradigm().add(false, stem, "е я ю е ем " + about).add(true, stem, "я й/ей ям я ями ях");
    }

    private static Paradigm soft(String stem, String word) {
        Paradigm paradigm = new Paradigm();
        if (!word.endsWith("тель")) {
            paradigm.add(false, stem, "ь и и ь ью и");
        }
        if (!word.endsWith("сть")) {
            paradigm.add(false, stem, "ь я ю ь/я ем е");
        }
        return isName(word) ? paradigm : paradigm.add(true, stem, "и ей ям . ями ях");
    }

    private static Paradigm yod(String stem, boolean name) {
        String about = stem.endsWith("и") ? "и" : "е";
        Paradigm paradigm = new Paradigm().add(false, stem, "й я ю . ем " + about);
        return name ? paradigm : paradigm.add(true, stem, "и ев ям . ями ях");
    }

    /** A genitive without an ending is made only where it would not be the singular of a masculine noun. */
    private static Paradigm plural(String word, String stem) {
        boolean soft = word.endsWith("и") && !endsIn(stem, VELARS + HUSHES);
        if (soft) {
            return new Paradigm().add(true, stem, "и ей/й/ь ям . ями ях");
        }
        String of = endsIn(stem, HUSHES) ? "ей/-" : endsIn(stem, "нл") ? "ов/-" : endsIn(stem, "ц") ? "ов/ев" : "ов";
        return new Paradigm().add(true, stem, word.charAt(word.length() - 1) + " " + of + " ам . ами ах");
    }
}
