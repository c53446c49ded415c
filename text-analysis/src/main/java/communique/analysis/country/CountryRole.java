package communique.analysis.country;

/** In which role a country occurs, most important first. */
public enum CountryRole {
    /** One of its organs makes a statement. */
    SPEAKER,
    /** A statement is about it. */
    ABOUT,
    /** Something takes place there. */
    VENUE,
    /** Named without one of these. */
    MENTION
}
