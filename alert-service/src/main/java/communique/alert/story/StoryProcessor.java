package communique.alert.story;

import communique.schemas.StateSerde;
import communique.schemas.state.Story;
import communique.schemas.v1.EnrichedArticle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
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
    private final StoryLimits limits;
    private final InstantSource clock;
    private final StoryMeters meters;
    private ProcessorContext<String, Judgement> context;
    private KeyValueStore<String, Story> stories;
    private final Map<String, StoryIndex> indexes = new HashMap<>();
    private StoryTime time;
    private Instant nextSweep = Instant.EPOCH;

    private StoryProcessor(StoryJudge judge, StoryLimits limits, InstantSource clock, StoryMeters meters) {
        this.judge = judge;
        this.limits = limits;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Makes processors with their store.
     *
     * @param limits how long and how many stories are kept open
     * @param clock a clock that nobody sets
     */
    public static ProcessorSupplier<String, EnrichedArticle, String, Judgement> supplier(
            StoryJudge judge, StoryLimits limits, InstantSource clock, StoryMeters meters) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, EnrichedArticle, String, Judgement> get() {
                return new StoryProcessor(judge, limits, clock, meters);
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
        judgement.stories().forEach(story -> {
            stories.put(key(story), story);
            StoryIndex index = index(about);
            index.put(key(story), story);
            close(index, index.oldest(limits.surplus(index.size())), StoryEnd.CROWDED_OUT);
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
        Instant limit = now.minus(limits.openFor());
        for (StoryIndex index : indexes.values()) {
            close(index, index.untouchedSince(limit), StoryEnd.OLD);
        }
    }

    private void close(StoryIndex index, List<String> keys, StoryEnd end) {
        for (String key : keys) {
            stories.delete(key);
            index.remove(key);
            meters.closed(end);
        }
    }

    private static String key(Story story) {
        return story.getAbout() + "/" + story.getId();
    }
}
