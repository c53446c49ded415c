package communique.analysis.russian;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.lexicon.FormSense;
import communique.analysis.lexicon.FormSense.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RussianInflectionTest {
    private final RussianInflection inflection = new RussianInflection();

    @ParameterizedTest
    @CsvSource({
        "Афганистан, Афганистана, GENITIVE",
        "Афганистан, Афганистаном, INSTRUMENTAL",
        "Россия, России, DATIVE",
        "Россия, Россией, INSTRUMENTAL",
        "Москва, Москву, ACCUSATIVE",
        "Китай, Китае, PREPOSITIONAL",
        "Кремль, Кремлём, INSTRUMENTAL",
        "МИД, МИДа, GENITIVE",
        "Лавров, Лавровым, INSTRUMENTAL",
        "Мария Захарова, Марии Захаровой, GENITIVE",
        "Дмитрий Жирнов, Дмитрию Жирнову, DATIVE",
        "Александр Мантыцкий, Александра Мантыцкого, GENITIVE",
        "посол, посла, GENITIVE",
        "министр иностранных дел, министром иностранных дел, INSTRUMENTAL",
        "официальный представитель, официальному представителю, DATIVE",
        "глава МИД, главу МИД, ACCUSATIVE",
        "министерство обороны, министерстве обороны, PREPOSITIONAL",
        "Исламская Республика Иран, Исламской Республики Иран, GENITIVE",
        "Соединённые Штаты, Соединенным Штатам, DATIVE",
        "афганец, афганца, GENITIVE",
        "китаец, китайцу, DATIVE",
        "афганский, афганскую, ACCUSATIVE",
        "командующий, командующим, INSTRUMENTAL",
        "заявление, заявлении, PREPOSITIONAL",
    })
    void declines(String term, String form, Case kase) {
        assertThat(inflection.noun(term).get(form.replace('ё', 'е')))
                .extracting(FormSense::kase)
                .contains(kase);
    }

    @ParameterizedTest
    @CsvSource({"послы, послов", "власти, властей", "стороны, сторон", "военные, военных", "талибы, талибами"})
    void declinesPlurals(String term, String form) {
        assertThat(inflection.noun(term).get(form)).isNotEmpty().allMatch(FormSense::plural);
    }

    @ParameterizedTest
    @CsvSource({"Дели", "Минобороны", "Моттаки", "Ван И", "CNN", "замглавы", "Баку"})
    void leavesAloneWhatHasNoCases(String term) {
        assertThat(inflection.noun(term)).containsKey(term);
        assertThat(inflection.noun(term).get(term)).extracting(FormSense::kase).contains(Case.values());
    }

    @Test
    void doesNotTakeTheSingularForAGenitive() {
        assertThat(inflection.noun("министры")).doesNotContainKey("министр");
    }

    @Test
    void leavesTheFirstNameOfAForeignerAsItMayStand() {
        assertThat(inflection.noun("Амир Хан Моттаки")).containsKeys("Амиром Ханом Моттаки", "Амир Ханом Моттаки");
    }

    @Test
    void makesTheFirstHalfOfACompound() {
        assertThat(inflection.noun("российский")).containsKey("российско");
    }

    @ParameterizedTest
    @CsvSource({
        "заявить, заявила",
        "призвать, призвали",
        "подчеркнуть, подчеркнув",
        "требовать, требует",
        "сообщать, сообщают",
        "высказаться за, высказались за",
        "не исключить, не исключил",
        "говорится, говорится",
    })
    void conjugates(String verb, String form) {
        assertThat(inflection.verb(verb)).contains(form);
    }

    @Test
    void leavesOutTheInfinitiveWhichTellsOfNothingSaid() {
        assertThat(inflection.verb("комментировать")).doesNotContain("комментировать");
    }
}
