package communique.standalone.topic;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.Topics;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

@ExtendWith(ClusterExtension.class)
class TopicsCommandIT {
    @Test
    void changesNothingTheSecondTime(TestCluster cluster) {
        String prefix = cluster.topics().prefix() + ".applied";

        String planned = run(cluster, prefix, "apply", "--dry-run");
        String first = run(cluster, prefix, "apply");
        String second = run(cluster, prefix, "apply");

        assertThat(planned)
                .contains("would create topic " + prefix + ".alerts.v1")
                .contains("would register schema of " + prefix + ".alerts.v1-value");
        assertThat(first).contains("create topic " + prefix + ".alerts.v1.pk");
        assertThat(second.strip()).isEqualTo("nothing to do");
    }

    @Test
    void listsEveryTopicOfTheCatalogue(TestCluster cluster) {
        String list = run(cluster, "listed", "list");

        assertThat(list.lines())
                .hasSize(Topics.names(List.of("CN", "RU", "IR", "PK")).size())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("listed.articles.raw.v1")
                        .contains("RawArticle")
                        .contains("7 days"));
    }

    private static String run(TestCluster cluster, String prefix, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        cluster.configuration()
                .forEach((key, value) ->
                        all.addAll(List.of("--set", key + "=" + (key.equals("topics.prefix") ? prefix : value))));
        StringWriter out = new StringWriter();
        int code = new CommandLine(new TopicsCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(all.toArray(String[]::new));
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }
}
