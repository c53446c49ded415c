package communique.analysis.text;

/** Classes of the words that hold a sentence together; each is a block of a language's {@code words.txt}. */
public enum WordClass {
    /** of, in, with. */
    PREPOSITION,
    /** As a preposition, but after its noun: Urdu se, Pashto sara. */
    POSTPOSITION,
    /** Marks on whose part something is done: Urdu ki janib se, Pashto la khwa. */
    BY,
    /** Joins the parts of one noun phrase: Chinese de, Urdu ka, Pashto da. */
    LINKER,
    /** Before or after a country in a title: what the office is about or where it sits, not who owns it. */
    SCOPE,
    /** Marks the noun before it as who acts: Urdu ne. */
    SUBJECT_MARK,
    /** and, between nouns. */
    AND,
    /** and, but, while. */
    CONJUNCTION,
    /** that. */
    THAT,
    /** who, which. */
    RELATIVE,
    /** the, this, its. */
    DETERMINER,
    /** A pronoun for one person. */
    HE,
    /** A pronoun for a thing. */
    IT,
    /** A pronoun for several. */
    THEY,
    /** The speaker or speakers themselves. */
    WE,
    /** has, is, did. */
    AUXILIARY,
    /** will, should, must. */
    MODAL,
    /** Words that may stand between a subject and its verb. */
    ADVERB,
    /** not, declined to. */
    NEGATION,
    /** former, late. */
    FORMER,
    /** Parts of a title that are no office by themselves: deputy, senior, General. */
    MODIFIER,
    /** all parties, the participants. */
    COLLECTIVE,
    /** both sides, the two ministers: of all that met, two. */
    PAIR,
    /** A full stop that ends no sentence. */
    ABBREVIATION,
    /** first, second, as the head of a point. */
    ORDINAL,
    /** according to. */
    ACCORDING,
    /** quoted as saying. */
    QUOTED,
    /** ready to, concerned about: an attitude told as one's own. */
    READY,
    /** Also given to people, beside another meaning: Jordan. */
    GIVEN_NAME,
    /** A day of the week. */
    WEEKDAY,
    /** A month. */
    MONTH,
    /** A month of the solar Hijri calendar. */
    SOLAR_MONTH,
    /** Stands beside the number of a year. */
    YEAR,
    /** A past tense that its form does not show. */
    PAST,
    /** What stands before a question in an interview. */
    QUESTION,
    /** What stands before an answer. */
    ANSWER,
    /** A present tense that tells how things are: is, needs, remains. */
    PRESENT,
    /** A verb that makes an act of the noun before it, in no past tense: Urdu karta, Pashto kavi. */
    LIGHT_VERB,
    /** Leaves out who acts: Urdu gaya, Pashto shvi. */
    PASSIVE,
    /** Words that point back at the country spoken of: this country, its people. */
    COUNTRY_ANAPHOR,
    /** Words that may point back at the matter spoken of: both nations, the situation. */
    ANAPHOR,
    /** concerning, asked about: what follows is a matter of its own. */
    REGARDING,
    /** Words that announce or show an event: live, hosted, photo. */
    EVENT,
    /** Points back at the sentence before, whose speaker is told now: Russian ob etom. */
    BACK,
    /** A legal note inside a sentence, in parentheses, which says nothing of who speaks about what. */
    FOOTNOTE,
    /** Nouns that stand after two countries by their short names: relations, border. */
    RELATION,
    /** Before who is told to have said or done it: quoting, by. */
    SOURCE,
    /** Takes a verb of speech as a noun: receive support. */
    TAKES_NOUN,
    /** Says that somebody says nothing: no comment. */
    SILENCE,
    /** Means nothing here; stands so that nothing shorter is found inside. */
    GUARD,
    /** anniversary, holiday: what is celebrated, by words that else tell of speech. */
    OCCASION,
    /** Ends a dateline: dispatch, report of our own. */
    DISPATCH,
    /** Legal notices and credits; a sentence that holds one is no part of the article. */
    NOTICE;

    /** The class's bit among those of a term; there is room for sixty-four. */
    @SuppressWarnings("EnumOrdinal") // never leaves the process
    public long bit() {
        return 1L << ordinal();
    }
}
