package communique.analysis.country;

import communique.analysis.country.CountrySense.Reference;
import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.lexicon.NormalText;
import communique.analysis.lexicon.Term;
import communique.analysis.text.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code countries.txt}. */
public final class Countries {
    private static final int REGIONAL_INDICATOR_A = 0x1F1E6;
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    /** The language whose names stand untranslated in texts of the others. */
    private static final String LATIN = "en";

    private Countries() {}

    /** Adds the names of countries in one language to a lexicon. */
    public static void addTo(Lexicon.Builder lexicon, LexiconFiles files, String language) {
        for (Block block : files.read("countries.txt")) {
            if (!CODE.matcher(block.id()).matches()) {
                throw block.wrong("'" + block.id() + "' is not an ISO 3166-1 alpha-2 code");
            }
            lexicon.add(flag(block.id()), new CountrySense(block.id(), Reference.FLAG));
            for (Block.Field field : block.fields()) {
                Reference reference = reference(block, field);
                CountrySense sense = new CountrySense(block.id(), reference);
                if (field.language().equals(language)) {
                    field.values().forEach(term -> lexicon.addNoun(term, sense));
                } else if (field.language().equals(LATIN)) {
                    field.values().forEach(term -> lexicon.add(term, sense));
                }
            }
        }
    }

    /** The emoji of a country's flag: its code in regional indicator symbols. */
    private static String flag(String code) {
        return code.chars()
                .mapToObj(c -> Character.toString(REGIONAL_INDICATOR_A + (c - 'A')))
                .collect(Collectors.joining());
    }

    /**
     * Marks the longer terms of a lexicon that name a country inside, such as "Afghan-led", so that the country is not
     * lost to the longest match. A term for somebody who is no state keeps its countries to itself: the Pakistani
     * Taliban are not Afghanistan; so does a word of grammar: "a second Afghanistan" is a simile.
     *
     * @param countries a lexicon of country names only
     */
    public static void markInside(Lexicon.Builder lexicon, Lexicon countries) {
        for (Term term : lexicon.terms()) {
            if (!term.is(Kind.COUNTRY) && !term.is(Kind.OUTSIDER) && !term.is(Kind.PERSON) && !term.is(Kind.WORD)) {
                Units inside = Units.of(NormalText.of(term.text().replace('-', ' ')), countries);
                for (int unit = 0; unit < inside.count(); unit++) {
                    CountrySense country = inside.sense(unit, CountrySense.class);
                    if (country != null && !country.reference().isShort()) {
                        lexicon.addTo(term, new InnerCountrySense(country.code()));
                    }
                }
            }
        }
    }

    private static Reference reference(Block block, Block.Field field) {
        return Arrays.stream(Reference.values())
                .filter(reference -> reference.name().toLowerCase(Locale.ROOT).equals(field.slot()))
                .findFirst()
                .orElseThrow(() -> block.wrong(
                        field,
                        "'" + field.key() + "' must be a language and one of "
                                + List.of("name", "people", "capital", "place", "ruler", "short", "shared")));
    }
}
