package communique.analysis.russian;

import communique.analysis.lexicon.FormSense;
import communique.analysis.lexicon.FormSense.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The forms of a word or phrase by case and number. A slot may hold several forms, or none. */
final class Paradigm {
    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Comparator<FormSense> ORDER =
            Comparator.comparing(FormSense::kase).thenComparing(FormSense::plural);

    private final Map<Case, List<String>> singular = new EnumMap<>(Case.class);
    private final Map<Case, List<String>> plural = new EnumMap<>(Case.class);

    /**
     * Adds forms: a stem with the endings of the six cases in the order of {@link Case}, parted by blanks; alternatives
     * are parted by a slash; a hyphen stands for no ending, an exclamation mark for no form, a point for one that is
     * the genitive of what is alive and the nominative of what is not.
     */
    Paradigm add(boolean inPlural, String stem, String endings) {
        String[] slots = BLANK.split(endings, -1);
        Case[] cases = Case.values();
        for (int i = 0; i < cases.length; i++) {
            if (slots[i].equals(".")) {
                ending(inPlural, cases[i], stem, slots[0]);
                ending(inPlural, cases[i], stem, slots[1]);
            } else {
                ending(inPlural, cases[i], stem, slots[i]);
            }
        }
        return this;
    }

    private void ending(boolean inPlural, Case kase, String stem, String alternatives) {
        for (String ending : SLASH.split(alternatives, -1)) {
            if (!ending.equals("!")) {
                put(inPlural, kase, stem + (ending.equals("-") ? "" : ending));
            }
        }
    }

    private void put(boolean inPlural, Case kase, String form) {
        List<String> forms = number(inPlural).computeIfAbsent(kase, k -> new ArrayList<>());
        if (!forms.contains(form)) {
            forms.add(form);
        }
    }

    private Map<Case, List<String>> number(boolean inPlural) {
        return inPlural ? plural : singular;
    }

    /** Adds one form for every case of the singular: a word that does not inflect. */
    Paradigm addFixed(String word) {
        for (Case kase : Case.values()) {
            put(false, kase, word);
        }
        return this;
    }

    /** Two words that agree, such as an adjective and its noun, or a first name and a surname. */
    Paradigm agreeing(String between, Paradigm next) {
        Paradigm both = new Paradigm();
        for (boolean inPlural : new boolean[] {false, true}) {
            number(inPlural)
                    .forEach((kase, firsts) -> firsts.forEach(first -> next.number(inPlural)
                            .getOrDefault(kase, List.of())
                            .forEach(second -> both.put(inPlural, kase, first + between + second))));
        }
        return both;
    }

    /** Every form with something fixed before and after it. */
    Paradigm between(String before, String after) {
        Paradigm longer = new Paradigm();
        for (boolean inPlural : new boolean[] {false, true}) {
            number(inPlural)
                    .forEach((kase, forms) -> forms.forEach(form -> longer.put(inPlural, kase, before + form + after)));
        }
        return longer;
    }

    /** Takes over the forms of another. */
    Paradigm with(Paradigm other) {
        for (boolean inPlural : new boolean[] {false, true}) {
            other.number(inPlural).forEach((kase, forms) -> forms.forEach(form -> put(inPlural, kase, form)));
        }
        return this;
    }

    /** Every form with all it can be. */
    Map<String, Set<FormSense>> forms() {
        Map<String, Set<FormSense>> forms = new TreeMap<>();
        for (boolean inPlural : new boolean[] {false, true}) {
            number(inPlural)
                    .forEach((kase, words) ->
                            words.forEach(word -> forms.computeIfAbsent(word, w -> new TreeSet<>(ORDER))
                                    .add(new FormSense(kase, inPlural))));
        }
        return forms;
    }
}
