package communique.alert.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import communique.schemas.v1.Acknowledgement;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * All there is to know of an alert.
 *
 * @param alert the alert
 * @param evidence every sentence it rests on, in its paragraph, first article first
 * @param withdrawn ids of articles that were taken back
 * @param acknowledgement who took note of it
 * @param deliveries who was told of it
 * @param earlier what the same states said on the same topics before
 */
public record AlertDetail(
        @JsonUnwrapped AlertJson alert,
        List<EvidenceJson> evidence,
        List<String> withdrawn,
        AcknowledgementJson acknowledgement,
        List<DeliveryJson> deliveries,
        List<EarlierJson> earlier) {
    /**
     * One sentence.
     *
     * @param articleId the article
     * @param statementId the statement as the article has it
     * @param repeats the earlier statement it says again
     * @param text the sentence
     * @param paragraph the paragraph it stands in
     * @param start offset of its first code point in the paragraph
     * @param end offset after its last
     */
    public record EvidenceJson(
            String articleId, String statementId, String repeats, String text, String paragraph, int start, int end) {
        private static EvidenceJson of(Evidence evidence) {
            return new EvidenceJson(
                    evidence.getArticleId(),
                    evidence.getStatementId(),
                    evidence.getRepeats().orElse(null),
                    evidence.getText(),
                    evidence.getParagraph(),
                    evidence.getStart(),
                    evidence.getEnd());
        }
    }

    /**
     * Who took note.
     *
     * @param user who
     * @param note what they have to say about it
     * @param at when
     * @param revision what they saw
     */
    public record AcknowledgementJson(String user, String note, String at, int revision) {
        /** As a record tells it. */
        public static AcknowledgementJson of(Acknowledgement acknowledgement) {
            return new AcknowledgementJson(
                    acknowledgement.getUser(),
                    acknowledgement.getNote(),
                    acknowledgement.getAt().toString(),
                    acknowledgement.getRevision());
        }
    }

    /** An earlier alert in short. */
    public record EarlierJson(
            String id, String headline, List<String> speakers, List<String> topics, String published) {
        /** An alert in short. */
        public static EarlierJson of(AlertJson alert) {
            return new EarlierJson(alert.id(), alert.headline(), alert.speakers(), alert.topics(), alert.published());
        }
    }

    /** Puts it together. */
    public static AlertDetail of(
            Alert alert,
            Optional<Acknowledgement> acknowledgement,
            List<DeliveryJson> deliveries,
            List<AlertJson> earlier) {
        return new AlertDetail(
                AlertJson.of(alert),
                alert.getEvidence().stream().map(EvidenceJson::of).toList(),
                List.copyOf(alert.getWithdrawn()),
                acknowledgement.map(AcknowledgementJson::of).orElse(null),
                deliveries,
                earlier.stream().map(EarlierJson::of).toList());
    }
}
