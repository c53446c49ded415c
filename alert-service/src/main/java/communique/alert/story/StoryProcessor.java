package communique.alert.story;

import communique.schemas.StateSerde;
import communique.schemas.state.Story;
import communique.schemas.v1.EnrichedArticle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Keeps the open stories of each watched country and has every article judged against them. Keys are countries. */
public final class StoryProcessor implements Processor<String, EnrichedArticle, String, Judgement> {
    private static final String STORE = "open-stories";
    private static final Duration SWEEP = Duration.ofHours(1);

    private final StoryJudge judge;
    private final Duration openFor;
    private final InstantSource clock;
    private final StoryMeters meters;
    private ProcessorContext<String, Judgement> context;
    private KeyValueStore<String, Story> stories;
    private final Map<String, StoryIndex> indexes = new HashMap<>();
    private StoryTime time;
    private Instant nextSweep = Instant.EPOCH;

    private StoryProcessor(StoryJudge judge, Duration openFor, InstantSource clock, StoryMeters meters) {
        this.judge = judge;
        this.openFor = openFor;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Makes processors with their store.
     *
     * @param openFor how long a story stays open after its last article
     * @param clock a clock that nobody sets
     */
    public static ProcessorSupplier<String, EnrichedArticle, String, Judgement> supplier(
            StoryJudge judge, Duration openFor, InstantSource clock, StoryMeters meters) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, EnrichedArticle, String, Judgement> get() {
                return new StoryProcessor(judge, openFor, clock, meters);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Serdes.String(), new StateSerde<>(Story.class)));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Judgement> processorContext) {
        context = processorContext;
        stories = context.getStateStore(STORE);
        indexes.clear();
        Instant latest = Instant.EPOCH;
        try (KeyValueIterator<String, Story> all = stories.all()) {
            while (all.hasNext()) {
                KeyValue<String, Story> entry = all.next();
                index(entry.value.getAbout()).put(entry.key, entry.value);
                Instant updated = entry.value.getUpdated();
                latest = updated.isAfter(latest) ? updated : latest;
            }
        }
        time = new StoryTime(clock, latest);
    }

    @Override
    public void process(Record<String, EnrichedArticle> record) {
        Instant now = time.at(Instant.ofEpochMilli(record.timestamp()));
        closeOld(now);
        String about = record.key();
        Judgement judgement = judge.judge(record.value(), about, index(about).readingFrom(stories::get), now);
        meters.judged(record.value(), judgement);
        judgement.story().ifPresent(story -> {
            stories.put(key(story), story);
            index(about).put(key(story), story);
        });
        context.forward(record.withValue(judgement));
    }

    private StoryIndex index(String about) {
        return indexes.computeIfAbsent(about, any -> new StoryIndex());
    }

    private void closeOld(Instant now) {
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(SWEEP);
        Instant limit = now.minus(openFor);
        for (StoryIndex index : indexes.values()) {
            for (String key : index.untouchedSince(limit)) {
                stories.delete(key);
                index.remove(key);
            }
        }
    }

    private static String key(Story story) {
        return story.getAbout() + "/" + story.getId();
    }
}
