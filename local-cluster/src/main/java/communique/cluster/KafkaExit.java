package communique.cluster;

import org.apache.kafka.common.utils.Exit;

/**
 * What Kafka does where it cannot go on, such as on a full disk: it halts the process. In a process that is not its own
 * that would take everything else down without a word, so here it ends only Kafka's thread and tells the owner.
 */
final class KafkaExit {
    private KafkaExit() {}

    /** Has the owner told. Kafka knows one procedure per process, so of several brokers the latest owner is told. */
    static void tell(Runnable owner) {
        Exit.Procedure procedure = (status, message) -> {
            owner.run();
            throw new IllegalStateException("Kafka cannot go on, its last error message says why");
        };
        Exit.setHaltProcedure(procedure);
        Exit.setExitProcedure(procedure);
    }
}
