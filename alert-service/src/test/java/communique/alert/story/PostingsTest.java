package communique.alert.story;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.story.Postings.Numbers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostingsTest {
    private final Postings postings = new Postings();

    @Test
    void knowWhichReportsHaveAFeature() {
        add("word:rare", 2);
        IntStream.of(0, 1, 4, 7, 9).forEach(number -> add("word:common", number));

        assertThat(reports(postings, "word:rare")).containsExactly(2);
        assertThat(reports(postings, "word:common")).containsExactly(0, 1, 4, 7, 9);
        assertThat(reports(postings, "word:unknown")).isEmpty();
        assertThat(of(postings, "word:common").contains(4)).isTrue();
        assertThat(of(postings, "word:common").contains(5)).isFalse();
    }

    @Test
    void countAReportOnce() {
        add("word:twice", 3);
        add("word:twice", 3);
        add("word:twice", 5);
        add("word:twice", 5);

        assertThat(reports(postings, "word:twice")).containsExactly(3, 5);
    }

    @Test
    void takeInAsManyFeaturesAsCome() {
        IntStream.range(0, 10_000).forEach(i -> add("word:" + i, i));

        assertThat(IntStream.range(0, 10_000))
                .allSatisfy(i -> assertThat(reports(postings, "word:" + i)).containsExactly(i));
    }

    @Test
    void forgetReportsThatAreGoneAndNumberTheOthersAnew() {
        IntStream.of(0, 1, 2).forEach(number -> add("word:common", number));
        add("word:gone", 1);

        Postings kept = postings.renumbered(new int[] {0, -1, 1});

        assertThat(reports(kept, "word:common")).containsExactly(0, 1);
        assertThat(reports(kept, "word:gone")).isEmpty();
    }

    private void add(String feature, int number) {
        postings.add(Postings.hash(feature), number);
    }

    private static Numbers of(Postings postings, String feature) {
        return postings.of(Postings.hash(feature));
    }

    private static List<Integer> reports(Postings postings, String feature) {
        Numbers numbers = of(postings, feature);
        return IntStream.range(0, numbers.size()).mapToObj(numbers::get).toList();
    }
}
