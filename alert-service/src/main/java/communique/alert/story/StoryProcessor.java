package communique.alert.story;

import communique.schemas.StateSerde;
import communique.schemas.state.Story;
import communique.schemas.v1.EnrichedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
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
    private ProcessorContext<String, Judgement> context;
    private KeyValueStore<String, Story> stories;
    private final Map<String, StoryIndex> indexes = new HashMap<>();

    private StoryProcessor(StoryJudge judge, Duration openFor) {
        this.judge = judge;
        this.openFor = openFor;
    }

    /**
     * Makes processors with their store.
     *
     * @param openFor how long a story stays open after its last article
     */
    public static ProcessorSupplier<String, EnrichedArticle, String, Judgement> supplier(
            StoryJudge judge, Duration openFor) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, EnrichedArticle, String, Judgement> get() {
                return new StoryProcessor(judge, openFor);
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
        try (KeyValueIterator<String, Story> all = stories.all()) {
            all.forEachRemaining(entry -> index(entry.value.getAbout()).put(entry.key, entry.value));
        }
        context.schedule(SWEEP, PunctuationType.STREAM_TIME, this::closeOld);
    }

    @Override
    public void process(Record<String, EnrichedArticle> record) {
        String about = record.key();
        Judgement judgement = judge.judge(
                record.value(),
                about,
                index(about).readingFrom(stories::get),
                Instant.ofEpochMilli(record.timestamp()));
        judgement.story().ifPresent(story -> {
            stories.put(key(story), story);
            index(about).put(key(story), story);
        });
        context.forward(record.withValue(judgement));
    }

    private StoryIndex index(String about) {
        return indexes.computeIfAbsent(about, any -> new StoryIndex());
    }

    private void closeOld(long now) {
        Instant limit = Instant.ofEpochMilli(now).minus(openFor);
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
