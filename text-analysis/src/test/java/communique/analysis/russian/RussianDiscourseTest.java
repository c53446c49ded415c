package communique.analysis.russian;

import static communique.analysis.Texts.voices;
import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Texts;
import org.junit.jupiter.api.Test;

class RussianDiscourseTest {
    @Test
    void givesAClaimToTheSpeakerToldAfterIt() {
        assertThat(voices("Россия поможет Афганистану зерном. Об этом заявил посол РФ в Кабуле."))
                .contains("RU: Россия поможет Афганистану зерном.");
    }

    @Test
    void goesOnWithQuotationAndPronoun() {
        assertThat(voices("Кабулов рассказал об Афганистане. «Страна устала от войны. Ей нужен мир», — отметил он. "
                        + "По его словам, Кабул готов к диалогу."))
                .hasSize(4)
                .allMatch(voice -> voice.startsWith("RU: "));
    }

    @Test
    void resolvesARoleByWhoSpokeLast() {
        assertThat(voices("Глава МИД Ирана Аббас Аракчи и глава МИД Афганистана Амир Хан Моттаки провели переговоры. "
                        + "Аракчи призвал Кабул пустить воду. Министр напомнил об Афганистане и о договоре."))
                .containsExactly(
                        "IR: Аракчи призвал Кабул пустить воду.", "IR: Министр напомнил об Афганистане и о договоре.");
    }

    @Test
    void stopsAtAnotherSpeaker() {
        assertThat(voices("Посол РФ рассказал об Афганистане. Моттаки с ним не согласился. "
                        + "По его словам, Афганистан ждёт признания."))
                .containsExactly("RU: Посол РФ рассказал об Афганистане.");
    }

    @Test
    void stopsAtSpeakersNobodyKnows() {
        assertThat(voices("Лавров рассказал об Афганистане. Дожди в Кабуле продолжатся, предупреждают синоптики."))
                .containsExactly("RU: Лавров рассказал об Афганистане.");
    }

    @Test
    void givesBothSidesTheWordsOfBoth() {
        assertThat(voices("Лавров и Ван И обсудили Афганистан. Стороны призвали Кабул к диалогу."))
                .contains("RU+CN: Стороны призвали Кабул к диалогу.");
    }

    @Test
    void readsAMinistryPostInTheFirstPerson() {
        assertThat(voices(Texts.analyzePost("Приветствуем перемирие в Афганистане. Призываем Кабул к диалогу.", "RU")))
                .hasSize(2)
                .allMatch(voice -> voice.startsWith("RU: "));
    }

    @Test
    void meansTheCountryOfTheSentenceByTheCountry() {
        assertThat(voices("В Пакистане задержаны трое граждан Афганистана, сообщил глава МВД страны."))
                .singleElement()
                .asString()
                .startsWith("PK: ");
    }

    @Test
    void meansRussiaByABareMinistry() {
        assertThat(voices("В МИД призвали афганские власти к диалогу."))
                .singleElement()
                .asString()
                .startsWith("RU: ");
    }

    @Test
    void doesNotMeanRussiaByAMinistryOfAnotherState() {
        assertThat(voices("МИД Индии поддержал Кабул. В МИД призвали афганские власти к диалогу."))
                .noneMatch(voice -> voice.startsWith("RU: "));
    }

    @Test
    void keepsTheItemsOfADigestApart() {
        assertThat(voices("В Кабуле ограблен музей; Лавров рассказал о ценах; в Пекине цветут сливы."))
                .isEmpty();
    }

    @Test
    void readsOverALegalNote() {
        assertThat(voices("Представитель «Талибана» (запрещён в РФ) сообщил о взрыве в Афганистане."))
                .noneMatch(voice -> voice.startsWith("RU: "));
        assertThat(voices("Кабулов сообщил, что талибы (движение запрещено в РФ) ждут признания."))
                .singleElement()
                .asString()
                .startsWith("RU: ");
    }

    @Test
    void readsBlanksThatDoNotBreakAndSmallInitials() {
        assertThat(voices("Об\u00a0этом сообщил В.\u00a0Путин: Афганистан ждёт перемен."))
                .hasSize(1);
    }

    @Test
    void pointsBackByTheNewsItself() {
        assertThat(voices("Двое туристов ранены под Кабулом. Эту информацию подтвердили в посольстве России."))
                .containsExactly("RU: Двое туристов ранены под Кабулом.");
    }

    @Test
    void meansTheCountryByWhereItComesFrom() {
        assertThat(voices("Путин и Си Цзиньпин обсудили Афганистан. Кремль предупредил об исходящих оттуда угрозах."))
                .containsExactly("RU: Кремль предупредил об исходящих оттуда угрозах.");
    }

    @Test
    void leavesOpenWhichOfManyCountriesAWordPointsBackAt() {
        assertThat(voices("Лавров назвал переговоры полезными. Говорили о Сирии, Афганистане и Ливии."))
                .isEmpty();
    }

    @Test
    void meansByTheCountryOfAPresidentHisOwn() {
        assertThat(voices(
                        "Двадцать лет назад последняя колонна вышла из Афганистана. Ветеранов поздравил Дмитрий Медведев. "
                                + "Президент отметил, что страна помнит каждого."))
                .isEmpty();
    }
}
