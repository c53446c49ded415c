package communique.kit.kafka;

import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a record that a processor fails on to the dead-letter topic and goes on; but stops the thread where its result
 * could not be written because of broker or registry, or its state store cannot be used, which Kafka Streams tells as
 * failures of the processor too.
 */
public final class UnprocessableRecordHandler extends LogAndContinueProcessingExceptionHandler {
    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return SystemicFailure.meetsEveryRecord(exception)
                ? Response.fail()
                : super.handleError(context, record, exception);
    }
}
