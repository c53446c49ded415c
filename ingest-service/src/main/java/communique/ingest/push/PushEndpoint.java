package communique.ingest.push;

import communique.ingest.IngestMeter;
import communique.ingest.article.ArticleJson;
import communique.ingest.article.Limits;
import communique.ingest.article.Outlet;
import communique.ingest.article.Verdict;
import communique.ingest.publish.Intake;
import communique.ingest.publish.Received;
import communique.kit.metrics.Metrics;
import communique.schemas.v1.Origin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * {@code POST /v1/articles}: one article as a JSON object, several as an array or as NDJSON, fields as
 * {@link ArticleJson} reads them. The answer says what became of each, in order, and comes when Kafka has acknowledged
 * all that was accepted. Sending the same again is harmless. With {@code ?backfill=true} the articles are from the
 * past: nobody is paged for them, and what is of today goes first where Kafka is behind.
 *
 * <table>
 * <caption>Status of the answer</caption>
 * <tr><td>202</td><td>every article was accepted or known already</td></tr>
 * <tr><td>207</td><td>some were, others were rejected: see each</td></tr>
 * <tr><td>400</td><td>none was; or the body is not JSON, or {@code backfill} neither true nor false</td></tr>
 * <tr><td>401</td><td>the bearer token is missing or wrong</td></tr>
 * <tr><td>413</td><td>the body has more than 5 MiB or 10,000 articles</td></tr>
 * <tr><td>415</td><td>the body is neither {@code application/json} nor {@code application/x-ndjson}, or is
 * compressed</td></tr>
 * <tr><td>429</td><td>Kafka is behind with what was sent before: send again after the time in {@code Retry-After}</td></tr>
 * <tr><td>503</td><td>not ready yet, or Kafka did not take some: send again later</td></tr>
 * </table>
 */
public final class PushEndpoint {
    private static final String PATH = "/v1/articles";
    private static final int MOST_BYTES = Limits.ARTICLE_BYTES;
    private static final int MOST_ARTICLES = 10_000;
    private static final int MOST_UNDER_WAY = 10_000;
    private static final int MOST_BACKFILL_UNDER_WAY = 1000;
    private static final String RETRY_SECONDS = "5";

    private final Intake intake;
    private final BearerToken token;
    private final BooleanSupplier ready;
    private final Metrics metrics;
    private final ArticleJson reader = new ArticleJson(Origin.PUSH, Outlet.named("push", "push"));

    /**
     * An endpoint.
     *
     * @param token what senders must show; empty where anybody who can connect may send
     * @param ready whether articles can be taken in now
     */
    public PushEndpoint(Intake intake, Optional<String> token, BooleanSupplier ready, Metrics metrics) {
        this.intake = intake;
        this.token = new BearerToken(token);
        this.ready = ready;
        this.metrics = metrics;
    }

    /** Adds the route. */
    public void addTo(JavalinConfig config) {
        config.routes.post(PATH, this::receive);
    }

    private void receive(Context context) throws IOException {
        if (!token.isShownBy(context.header("Authorization"))) {
            context.header("WWW-Authenticate", "Bearer");
            answer(context, 401, problem("the bearer token is missing or wrong"));
        } else if (!ready.getAsBoolean()) {
            context.header("Retry-After", RETRY_SECONDS);
            answer(context, 503, problem("not ready yet"));
        } else if (!List.of("true", "false").contains(backfill(context))) {
            answer(context, 400, problem("backfill is true or false, not " + backfill(context)));
        } else {
            int most = isBackfill(context) ? MOST_BACKFILL_UNDER_WAY : MOST_UNDER_WAY;
            if (intake.underWay() >= most) {
                context.header("Retry-After", RETRY_SECONDS);
                answer(context, 429, problem("Kafka is behind"));
                return;
            }
            read(context);
        }
    }

    private void read(Context context) throws IOException {
        String type = mediaType(context);
        if (!type.equals("application/json") && !type.equals("application/x-ndjson")) {
            answer(context, 415, problem("send application/json or application/x-ndjson"));
            return;
        }
        String coding = Optional.ofNullable(context.header("Content-Encoding")).orElse("identity");
        if (!coding.equalsIgnoreCase("identity")) {
            context.header("Accept-Encoding", "identity");
            answer(context, 415, problem("send it without Content-Encoding: " + coding));
            return;
        }
        byte[] body = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            context.header("Connection", "close");
            answer(context, 413, problem("the body has more than " + MOST_BYTES + " bytes"));
            return;
        }
        take(context, type.equals("application/json") ? PushBody.json(body) : PushBody.lines(body));
    }

    private void take(Context context, List<PushBody.Sent> articles) {
        if (articles.isEmpty()) {
            answer(context, 400, problem("there is no article in the body"));
            return;
        }
        if (articles.size() > MOST_ARTICLES) {
            answer(context, 413, problem("there are more than " + MOST_ARTICLES + " articles in the body"));
            return;
        }
        List<CompletableFuture<PushReply.Item>> taken =
                articles.stream().map(sent -> take(sent, isBackfill(context))).toList();
        PushReply reply = new PushReply(taken.stream().map(PushEndpoint::await).toList());
        if (reply.status() == 503) {
            context.header("Retry-After", RETRY_SECONDS);
        }
        answer(context, reply.status(), reply);
    }

    private CompletableFuture<PushReply.Item> take(PushBody.Sent sent, boolean backfill) {
        CompletableFuture<Received> received = sent.json()
                .then(reader::read)
                .then(draft -> Verdict.fit(backfill ? draft.asBackfill() : draft))
                .either(intake::take, why -> CompletableFuture.completedFuture(intake.reject(Origin.PUSH, why)));
        return received.thenApply(done -> PushReply.Item.of(done, sent.pointer()));
    }

    private static PushReply.Item await(CompletableFuture<PushReply.Item> item) {
        try {
            return item.join();
        } catch (CompletionException e) {
            return PushReply.Item.failed(String.valueOf(e.getCause().getMessage()));
        }
    }

    private void answer(Context context, int status, Object body) {
        metrics.counter(IngestMeter.PUSHES, "status", String.valueOf(status)).increment();
        context.status(status).json(body);
    }

    private static boolean isBackfill(Context context) {
        return backfill(context).equals("true");
    }

    private static String backfill(Context context) {
        return Optional.ofNullable(context.queryParam("backfill")).orElse("false");
    }

    private static Map<String, String> problem(String detail) {
        return Map.of("detail", detail);
    }

    private static String mediaType(Context context) {
        String type = Optional.ofNullable(context.contentType()).orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
