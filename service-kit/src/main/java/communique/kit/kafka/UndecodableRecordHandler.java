package communique.kit.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * Sends a record that cannot be decoded to the dead-letter topic and goes on; but stops the thread where the registry
 * could not be asked, since then the record may be sound.
 */
public final class UndecodableRecordHandler extends LogAndContinueExceptionHandler {
    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return SystemicFailure.isCauseOf(exception) ? Response.fail() : super.handleError(context, record, exception);
    }
}
