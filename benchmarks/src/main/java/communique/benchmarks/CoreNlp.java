package communique.benchmarks;

import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.Properties;

/** Stanford CoreNLP as it is set up to tell who speaks. */
public final class CoreNlp {
    private CoreNlp() {}

    /** A pipeline that finds quotations with their speakers. */
    public static StanfordCoreNLP quotes() {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote");
        properties.setProperty("coref.algorithm", "statistical");
        properties.setProperty("ner.applyFineGrained", "false");
        properties.setProperty("ner.buildEntityMentions", "true");
        return new StanfordCoreNLP(properties);
    }
}
