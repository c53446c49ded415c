package communique.system.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithContainers.class)
class RoadST {
    @Test
    void leadsFromAPushedArticleToTheTopicThePageAndAReceiverOutside(ComposedSystem system) {
        Newswire news = Newswire.steady("road", system.ingest());
        Awaitility.await()
                .atMost(ComposedService.PATIENCE)
                .until(() -> news.taken().size() >= 3);
        String article = news.end().get(0);

        Awaitility.await()
                .atMost(ComposedService.PATIENCE)
                .until(() -> system.outcomes().alerted(article).size() == 1);
        String alert =
                system.outcomes().alerts(article).findFirst().orElseThrow().getId();
        Awaitility.await("told to the receiver, after what other tests left to be told")
                .atMost(ComposedService.PATIENCE.multipliedBy(3))
                .untilAsserted(() -> assertThat(system.receiver().get("/")).contains(alert, article));
        assertThat(system.alert().get("/v1/alerts/" + alert)).contains(article);
    }
}
