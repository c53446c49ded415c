package communique.analysis.country;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;

/**
 * A term that names a country.
 *
 * @param code ISO 3166-1 alpha-2
 * @param reference how it names it
 */
public record CountrySense(String code, Reference reference) implements Sense {
    /** How a term names a country. */
    public enum Reference {
        /** The country itself. */
        NAME,
        /** Its people, and the adjective made of it. */
        PEOPLE,
        /** The seat of its government, which also stands for the government. */
        CAPITAL,
        /** Another place in it. */
        PLACE,
        /** Who rules it, by a name of their own. */
        RULER,
        /** Its flag. */
        FLAG,
        /**
         * One character that names it beside an office or another such name; where others share it, it is meant first.
         */
        SHORT,
        /** As short, but meant only where the text names the country in full. */
        SHARED;

        /** Whether it is a short name that other words have to support. */
        public boolean isShort() {
            return this == SHORT || this == SHARED;
        }
    }

    @Override
    public Kind kind() {
        return Kind.COUNTRY;
    }
}
