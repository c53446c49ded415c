package communique.alert.story;

/** Why a story is no longer open. */
enum StoryEnd {
    /** Nothing was added to it for long. */
    OLD,
    /** More stories were open than may be, and nothing was added to it for longer than to others. */
    CROWDED_OUT
}
