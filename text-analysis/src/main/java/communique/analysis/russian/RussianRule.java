package communique.analysis.russian;

import communique.analysis.statement.Rule;

/** The rules of attribution in Russian. */
enum RussianRule implements Rule {
    VERB("ru-verb", "A subject in the nominative and its verb of speech: «Лавров заявил», «Пекин призвал»."),
    INVERTED("ru-inverted", "Verb before speaker: «…, сообщила пресс-служба Кремля», «Об этом заявил посол»."),
    PLACE("ru-place", "A verb in the plural and the place where it is said: «в Кремле заявили», «в МИД считают»."),
    ACCORDING("ru-according", "«По словам», «по мнению», «со ссылкой на» and their like, before the speaker."),
    PASSIVE("ru-passive", "What is said in a document, or by whom: «говорится в заявлении МИД»."),
    DASH("ru-dash", "A headline with the speaker after a dash: «… — Лавров»."),
    COLON("ru-colon", "A headline or turn with the speaker before a colon: «Захарова: …»."),
    NOUN("ru-noun", "A noun of speech with its author: «заявление МИД России», «обеспокоенность Ирана»."),
    ATTITUDE("ru-attitude", "A state's attitude told as its own: «Россия готова», «Иран обеспокоен»."),
    UNKNOWN("ru-unknown", "A verb of speech whose subject nobody knows; what follows is not the earlier speaker's.");

    private final String id;
    private final String doc;

    RussianRule(String id, String doc) {
        this.id = id;
        this.doc = doc;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String doc() {
        return doc;
    }
}
