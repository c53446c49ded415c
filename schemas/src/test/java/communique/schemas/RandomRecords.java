package communique.schemas;

import java.util.List;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Records with every field filled at random, the same at every run. */
final class RandomRecords {
    static {
        AvroTrust.ensure();
    }

    private RandomRecords() {}

    static <V extends SpecificRecord> List<V> of(Topic<?, V> topic) {
        return SchemaHistory.readAcross(topic.schema(), new SpecificDatumReader<>(topic.value()));
    }
}
