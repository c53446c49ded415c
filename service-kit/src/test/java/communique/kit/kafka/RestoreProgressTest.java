package communique.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {
    private static final TopicPartition ONE = new TopicPartition("changelog", 0);
    private static final TopicPartition OTHER = new TopicPartition("changelog", 1);

    private final RestoreProgress progress = new RestoreProgress();

    @Test
    void tellsHowMuchIsLeft() {
        progress.onRestoreStart(ONE, "stories", 100, 1100);
        progress.onRestoreStart(OTHER, "stories", 0, 50);
        progress.onBatchRestored(ONE, "stories", 300, 200);

        assertThat(progress.shown()).isEqualTo(", restoring 2 stores, 850 records left");
    }

    @Test
    void isSilentWhenAllIsThere() {
        progress.onRestoreStart(ONE, "stories", 0, 10);
        progress.onRestoreStart(OTHER, "stories", 0, 10);
        progress.onRestoreEnd(ONE, "stories", 10);
        progress.onRestoreSuspended(OTHER, "stories", 5);

        assertThat(progress.shown()).isEmpty();
    }
}
