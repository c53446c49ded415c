package communique.alert.story;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.novelty.Fingerprint;
import communique.analysis.novelty.NoveltyJudge;
import communique.schemas.AvroTrust;
import communique.schemas.state.Story;
import communique.schemas.state.StoryReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoryIndexTest {
    private static final Random RANDOM = new Random(11);

    private final StoryIndex index = new StoryIndex();

    @BeforeAll
    static void trustRecords() {
        AvroTrust.ensure();
    }

    @Test
    void findsEveryStoryTheJudgeWouldJoin() {
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Story story = story("s" + i, Instant.EPOCH, features(), features());
            stories.add(story);
            index.put("AF/s" + i, story);
        }
        stories.subList(0, 200).forEach(story -> index.remove("AF/" + story.getId()));

        for (int i = 0; i < 300; i++) {
            Fingerprint print = new Fingerprint(new TreeSet<>(features()));
            assertThat(index.like(print, Optional.empty()))
                    .containsAll(stories.subList(200, 300).stream()
                            .filter(story -> joins(story, print))
                            .map(story -> "AF/" + story.getId())
                            .toList())
                    .doesNotContain("AF/s0", "AF/s199")
                    .hasSizeLessThan(60);
        }
    }

    @Test
    void findsStoriesThatShareOnlyAQuoteAndWordsManyHave() {
        List<Story> stories = IntStream.range(0, 20)
                .mapToObj(i -> story("s" + i, Instant.EPOCH, quoting("own" + i)))
                .toList();
        stories.forEach(story -> index.put("AF/" + story.getId(), story));
        Fingerprint print = new Fingerprint(new TreeSet<>(quoting("its own")));

        assertThat(stories).allMatch(story -> joins(story, print));
        assertThat(index.like(print, Optional.empty())).hasSize(20);
    }

    @Test
    void takesInWhatIsAddedToAStory() {
        index.put("AF/s", story("s", Instant.EPOCH, List.of("person:A", "word:one")));
        assertThat(index.like(new Fingerprint(new TreeSet<>(List.of("person:B"))), Optional.empty()))
                .isEmpty();

        index.put("AF/s", story("s", Instant.EPOCH, List.of("person:A", "word:one"), List.of("person:B", "word:two")));

        assertThat(index.like(new Fingerprint(new TreeSet<>(List.of("person:B"))), Optional.empty()))
                .containsExactly("AF/s");
    }

    @Test
    void knowsWhatNothingWasAddedToForLong() {
        index.put("AF/old", story("old", Instant.ofEpochSecond(10), features()));
        index.put("AF/new", story("new", Instant.ofEpochSecond(20), features()));

        assertThat(index.untouchedSince(Instant.ofEpochSecond(20))).containsExactly("AF/old");
    }

    @Test
    void knowsWhatNothingWasAddedToForLongest() {
        index.put("AF/newest", story("newest", Instant.ofEpochSecond(30), features()));
        index.put("AF/oldest", story("oldest", Instant.ofEpochSecond(10), features()));
        index.put("AF/older", story("older", Instant.ofEpochSecond(20), features()));

        assertThat(index.oldest(2)).containsExactly("AF/oldest", "AF/older");
        assertThat(index.oldest(0)).isEmpty();
    }

    @Test
    void knowsEveryStoryAnArticleIsPartOf() {
        Story first = story("s", Instant.EPOCH, features());
        Story second = Story.newBuilder(first)
                .setId("t")
                .setReports(first.getReports())
                .build();
        index.put("AF/s", first);
        index.put("AF/t", second);
        OpenStories open = index.readingFrom(Map.of("AF/s", first, "AF/t", second)::get);

        assertThat(open.carrying("s/0")).containsExactly(first, second);
        index.remove("AF/s");
        assertThat(open.carrying("s/0")).containsExactly(second);
        index.remove("AF/t");
        assertThat(open.carrying("s/0")).isEmpty();
    }

    private static boolean joins(Story story, Fingerprint print) {
        return story.getReports().stream()
                .anyMatch(report -> NoveltyJudge.sameStory(
                                print,
                                Optional.empty(),
                                new Fingerprint(new TreeSet<>(report.getFeatures())),
                                Optional.empty())
                        .same());
    }

    /** A third of what it tells is a quote and the words around it. */
    private static List<String> quoting(String own) {
        Stream<String> words = IntStream.range(0, 9).mapToObj(i -> "word:" + own + i);
        return Stream.concat(Stream.of("phrase:in earnest", "word:one", "word:two", "word:three"), words)
                .toList();
    }

    /** Some features everybody has, some few have. */
    private static List<String> features() {
        TreeSet<String> features = new TreeSet<>(List.of("country:AF", "word:said"));
        for (int i = 0; i < 8; i++) {
            features.add("word:" + RANDOM.nextInt(40));
            features.add("person:" + RANDOM.nextInt(80));
        }
        features.add("phrase:" + RANDOM.nextInt(2));
        features.add("phrase:rare " + RANDOM.nextInt(40));
        return List.copyOf(features);
    }

    @SafeVarargs
    private static Story story(String id, Instant updated, List<String>... reports) {
        List<StoryReport> all = new ArrayList<>();
        for (List<String> features : reports) {
            all.add(new StoryReport(id + "/" + all.size(), null, features));
        }
        return new Story(id, "AF", updated, all, List.of(), List.of());
    }
}
