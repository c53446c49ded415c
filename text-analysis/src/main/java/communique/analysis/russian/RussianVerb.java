package communique.analysis.russian;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The forms of a verb in which somebody is told to speak: past, present or future of the third person, and the gerund.
 * A verb is given by its infinitive and may be followed by fixed words; anything else is taken as it stands.
 */
final class RussianVerb {
    private RussianVerb() {}

    static List<String> forms(String term) {
        String negation = term.startsWith("не ") ? "не " : "";
        String rest = term.substring(negation.length());
        int blank = rest.indexOf(' ');
        String verb = blank < 0 ? rest : rest.substring(0, blank);
        String tail = blank < 0 ? "" : rest.substring(blank);
        Set<String> forms = new LinkedHashSet<>();
        if (verb.endsWith("ться")) {
            String stem = verb.substring(0, verb.length() - 4);
            active(stem).forEach(form -> forms.add(reflexive(form)));
        } else if (verb.endsWith("ть")) {
            forms.addAll(active(verb.substring(0, verb.length() - 2)));
        } else {
            forms.add(verb);
        }
        return forms.stream().map(form -> negation + form + tail).toList();
    }

    private static String reflexive(String form) {
        return form + ("аеиоуюя".indexOf(form.charAt(form.length() - 1)) >= 0 ? "сь" : "ся");
    }

    private static List<String> active(String stem) {
        List<String> forms = new ArrayList<>(List.of(stem + "л", stem + "ла", stem + "ло", stem + "ли", stem + "в"));
        String root = stem.substring(0, stem.length() - 1);
        if (stem.endsWith("ова") || stem.endsWith("ева")) {
            String base = stem.substring(0, stem.length() - 3);
            addAll(forms, base + "у", "ет", "ют", "я");
        } else if (stem.endsWith("ну")) {
            addAll(forms, root, "ет", "ут", "ув");
        } else if (stem.endsWith("и")) {
            boolean hush = "жшчщ".indexOf(root.charAt(root.length() - 1)) >= 0;
            addAll(forms, root, "ит", hush ? "ат" : "ят", hush ? "а" : "я");
        } else {
            addAll(forms, stem, "ет", "ют", "я");
        }
        return forms;
    }

    private static void addAll(List<String> forms, String stem, String... endings) {
        for (String ending : endings) {
            forms.add(stem + ending);
        }
    }
}
