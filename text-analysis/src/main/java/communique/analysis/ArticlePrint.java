package communique.analysis;

import communique.analysis.novelty.Fingerprint;
import java.util.List;

/**
 * The fingerprints of an article.
 *
 * @param story of its headline, lead and statements: what other reports of the story share
 * @param statements of its statements, in their order
 */
public record ArticlePrint(Fingerprint story, List<Fingerprint> statements) {}
