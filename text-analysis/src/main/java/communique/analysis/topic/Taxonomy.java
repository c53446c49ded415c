package communique.analysis.topic;

import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.lexicon.NormalText;
import communique.analysis.lexicon.Term;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import communique.analysis.text.WordSense;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The closed list of topics, read from {@code topics.txt}. */
public final class Taxonomy {
    private static final Pattern MEDIA_TOPIC = Pattern.compile("(medtop:\\d{8}) (.+)");

    private final Collection<Block> blocks;
    private final List<Topic> topics;

    /**
     * A topic.
     *
     * @param code its code
     * @param mediaTopic the IPTC Media Topic it belongs under, such as medtop:20000639
     * @param mediaTopicName name of that
     * @param definition what belongs to it
     */
    public record Topic(String code, String mediaTopic, String mediaTopicName, String definition) {}

    /** Reads and checks the list. */
    public Taxonomy(LexiconFiles files) {
        blocks = files.read("topics.txt");
        topics = blocks.stream().map(Taxonomy::topic).toList();
    }

    /** The topics in the order of the file. */
    public List<Topic> topics() {
        return topics;
    }

    /** Adds the vocabulary of one language to a lexicon. */
    public void addTo(Lexicon.Builder lexicon, String language) {
        for (Block block : blocks) {
            block.fields().stream()
                    .filter(field -> field.key().equals(language))
                    .flatMap(field -> field.values().stream())
                    .forEach(term -> lexicon.addNoun(term, new TopicSense(block.id())));
        }
    }

    /**
     * Marks the words of a lexicon that point back at a matter and name its topic inside, such as "the earthquake", so
     * that the topic is not lost to the longest match.
     *
     * @param topics a lexicon of topics only
     */
    public static void markInside(Lexicon.Builder lexicon, Lexicon topics) {
        for (Term term : lexicon.terms()) {
            if (term.senses(WordSense.class).stream().anyMatch(word -> word.wordClass() == WordClass.ANAPHOR)) {
                Units inside = Units.of(NormalText.of(term.text()), topics);
                IntStream.range(0, inside.count())
                        .filter(unit -> inside.is(unit, Kind.TOPIC))
                        .forEach(unit -> inside.term(unit)
                                .senses(TopicSense.class)
                                .forEach(sense -> lexicon.addTo(term, sense)));
            }
        }
    }

    private static Topic topic(Block block) {
        Matcher media = MEDIA_TOPIC.matcher(block.title());
        if (!media.matches()) {
            throw block.wrong("must name its IPTC Media Topic, such as '[narcotics] medtop:20000096 drug trafficking'");
        }
        String definition = block.fields().stream()
                .filter(field -> field.key().equals("definition"))
                .map(field -> String.join(" ", field.values()))
                .findFirst()
                .orElseThrow(() -> block.wrong("no 'definition:' line"));
        return new Topic(block.id(), media.group(1), media.group(2), definition);
    }
}
