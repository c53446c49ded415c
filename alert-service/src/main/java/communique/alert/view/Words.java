package communique.alert.view;

import communique.schemas.v1.Speaker;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes of an alert in English words. */
public final class Words {
    private Words() {}

    /** The English name of a country, such as Russia for RU; the code itself where it has none. */
    public static String country(String code) {
        try {
            return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        } catch (IllformedLocaleException e) {
            return code;
        }
    }

    /** Countries as a list in a sentence, such as "China, Russia and Iran". */
    public static String countries(List<String> codes) {
        List<String> names = codes.stream().map(Words::country).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** A code of ours as people write it, such as "humanitarian aid". */
    public static String code(String code) {
        return code.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** Who speaks, such as "Viktor Samarin, foreign minister, Russia". */
    public static String speaker(Speaker speaker) {
        return Stream.of(
                        speaker.getPerson().stream(),
                        speaker.getOffice().map(Words::code).stream(),
                        Stream.of(country(speaker.getCountry())))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    /** Who speaks together, one after the other. */
    public static String speakers(List<Speaker> speakers) {
        return speakers.stream().map(Words::speaker).collect(Collectors.joining("; "));
    }
}
