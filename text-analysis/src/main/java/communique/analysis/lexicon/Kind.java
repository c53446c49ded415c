package communique.analysis.lexicon;

/** The kinds of meaning a term can have; a term's kinds are tested as one bit set. */
public enum Kind {
    /** A country: its name, people, capital, a place in it, its rulers. */
    COUNTRY(1 << 0),
    /** A person whose offices are known. */
    PERSON(1 << 1),
    /** An office such as foreign minister. */
    OFFICE(1 << 2),
    /** An organ of a state such as a foreign ministry. */
    ORGAN(1 << 3),
    /** A group of states such as the Moscow Format. */
    BLOC(1 << 4),
    /** Somebody who speaks and is no state: an analyst, an agency, the UN. */
    OUTSIDER(1 << 5),
    /** A verb of speech. */
    VERB(1 << 6),
    /** A noun of speech such as statement or concern. */
    SPEECH_NOUN(1 << 7),
    /** A word of grammar: preposition, pronoun, auxiliary. */
    WORD(1 << 8),
    /** Vocabulary of a topic. */
    TOPIC(1 << 9),
    /** A longer term that names a country inside: Afghan-led. */
    NAMES_COUNTRY(1 << 10),
    /** A mark by which an outlet is known. */
    OUTLET(1 << 11),
    /** A form of an inflected term. */
    FORM(1 << 12),
    /** What happens, where, and to how many: the same in every language. */
    CONCEPT(1 << 13);

    private final int bit;

    Kind(int bit) {
        this.bit = bit;
    }

    /** The kind's bit in {@link Term#kinds()}. */
    public int bit() {
        return bit;
    }
}
