package communique.alert.web;

import java.util.Queue;
import java.util.concurrent.Flow;

/** Puts the lines of an answer into a queue as they come. */
record LineCollector(Queue<String> lines) implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable failure) {
        lines.add("error: " + failure);
    }

    @Override
    public void onComplete() {
        lines.add("end");
    }
}
