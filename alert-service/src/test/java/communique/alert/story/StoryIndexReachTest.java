package communique.alert.story;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.novelty.Fingerprint;
import communique.schemas.AvroTrust;
import communique.schemas.state.Story;
import communique.schemas.state.StoryReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How the index does with many stories; runs only when asked for: {@code -Dtest=StoryIndexReachTest -Dreach=100000}.
 */
@EnabledIfSystemProperty(named = "reach", matches = "\\d+")
class StoryIndexReachTest {
    /** So many stories may share one that is read in vain: the words are few for a million. */
    private static final int ONE_IN = 100_000;

    private final Random random = new Random(3);

    @Test
    void findsTheFewAmongMany() {
        AvroTrust.ensure();
        int count = Integer.getInteger("reach");
        StoryIndex index = new StoryIndex();
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < count; i++) {
            StoryReport report = new StoryReport("a" + i, null, List.copyOf(features()));
            index.put("AF/" + i, new Story("" + i, "AF", Instant.EPOCH, List.of(report), List.of(), List.of()));
        }
        List<Fingerprint> prints =
                random.ints(1_000).mapToObj(i -> new Fingerprint(features())).toList();
        prints.forEach(print -> index.like(print, Optional.empty()));

        long begin = System.nanoTime();
        long found = prints.stream()
                .mapToLong(print -> index.like(print, Optional.empty()).size())
                .sum();
        double millis = (System.nanoTime() - begin) / 1e6 / prints.size();

        System.out.println("REACH " + count + " open stories: " + millis + " ms for each article, "
                + found / (double) prints.size() + " stories to look at, heap "
                + (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000 + " MB");
        assertThat(found).as("stories read for all articles").isLessThan(prints.size() * Math.max(1L, count / ONE_IN));
    }

    /** Five features nearly everybody has, and forty of a large vocabulary, few of which are frequent. */
    private TreeSet<String> features() {
        TreeSet<String> features = new TreeSet<>(List.of("country:AF", "word:said", "word:ministry"));
        for (int i = 0; i < 40; i++) {
            features.add("word:" + (int) Math.pow(20_000, random.nextDouble()));
        }
        for (int i = 0; i < 4; i++) {
            features.add("person:" + random.nextInt(500));
            features.add("number:" + random.nextInt(2_000));
        }
        return features;
    }
}
