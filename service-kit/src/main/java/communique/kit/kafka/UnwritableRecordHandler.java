package communique.kit.kafka;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Sends the record whose result is too large to be written to the dead-letter topic and goes on; without this the same
 * record would stop the thread again and again. All else that goes wrong with writing is left to Kafka Streams.
 */
public final class UnwritableRecordHandler extends DefaultProductionExceptionHandler {
    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        Response response = super.handleError(context, record, exception);
        return exception instanceof RecordTooLargeException
                ? Response.resume(response.deadLetterQueueRecords())
                : response;
    }
}
