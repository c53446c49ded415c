package communique.analysis.russian;

import communique.analysis.lexicon.FormSense;
import communique.analysis.lexicon.Inflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes the forms of Russian terms from the dictionary form that stands in the data. In a phrase the adjectives and the
 * first noun after them inflect, what follows is fixed; in a name every word inflects.
 */
final class RussianInflection implements Inflection {
    private static final Pattern BLANK = Pattern.compile(" ");

    @Override
    public Map<String, Set<FormSense>> noun(String term) {
        String[] words = BLANK.split(term.replace('ё', 'е').replace('Ё', 'Е'), -1);
        if (words.length == 1) {
            return (isPeoples(words[0]) ? RussianAdjective.ofPeople(words[0]) : RussianNoun.of(words[0])).forms();
        }
        return (isName(words) ? name(words) : phrase(words)).forms();
    }

    @Override
    public List<String> verb(String term) {
        return RussianVerb.forms(term.replace('ё', 'е'));
    }

    private static boolean isPeoples(String word) {
        return word.endsWith("ский") && Character.isLowerCase(word.charAt(0));
    }

    private static boolean isName(String[] words) {
        for (String word : words) {
            if (!word.equals("и") && !Character.isUpperCase(word.charAt(0))) {
                return false;
            }
        }
        return !RussianAdjective.is(words[0]) || RussianAdjective.is(words[words.length - 1]);
    }

    /** In a foreign name the first word often stays as it is: "Амир Ханом Моттаки". */
    private static Paradigm name(String[] words) {
        Paradigm rest = RussianNoun.of(words[words.length - 1]);
        for (int i = words.length - 2; i > 0; i--) {
            rest = words[i].equals("и")
                    ? rest.between("и ", "")
                    : RussianNoun.of(words[i]).agreeing(" ", rest).with(rest.between(words[i] + " ", ""));
        }
        return RussianNoun.of(words[0]).agreeing(" ", rest).with(rest.between(words[0] + " ", ""));
    }

    private static Paradigm phrase(String[] words) {
        int head = 0;
        while (head < words.length - 1 && RussianAdjective.is(words[head])) {
            head++;
        }
        List<String> after = new ArrayList<>(List.of(words).subList(head + 1, words.length));
        String tail = after.isEmpty() ? "" : " " + String.join(" ", after);
        Paradigm phrase = RussianNoun.of(words[head]).between("", tail);
        for (int i = head - 1; i >= 0; i--) {
            phrase = RussianAdjective.of(words[i]).agreeing(" ", phrase);
        }
        return phrase;
    }
}
