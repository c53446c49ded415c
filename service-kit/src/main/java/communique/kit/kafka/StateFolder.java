package communique.kit.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state stores of an application on this machine. What is damaged is found before it is used: Kafka Streams takes
 * the first damaged block it meets for the end of a store.
 */
final class StateFolder {
    private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);
    /** Every RocksDB has it, whatever else of it is lost. */
    private static final String STORE = "IDENTITY";

    private static final Set<Status.Code> DAMAGE =
            Set.of(Status.Code.Corruption, Status.Code.InvalidArgument, Status.Code.NotFound);

    private static final String INSTANCE = "instance";
    private static final String OPEN = "open";

    /** Less is as good as nothing: a store writes files of megabytes. */
    private static final long LEAST_ROOM = 1 << 20;

    private final Path folder;

    static {
        RocksDB.loadLibrary();
    }

    /** Of one application, whose tasks have a folder each in it. */
    StateFolder(Path folder) {
        this.folder = folder;
    }

    /** What tells the instance that owns this folder from others, also after a restart. */
    String instanceId() {
        Path file = folder.resolve(INSTANCE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Whether its disk is full. A store may wait for room within a write, which tells nobody. */
    boolean isFull() {
        return Files.exists(folder) && folder.toFile().getUsableSpace() < LEAST_ROOM;
    }

    /**
     * Leaves what can be used of it. After a kill that is nothing: what stores hold then is more than what was
     * committed, and Kafka Streams would remove them too, only later and with a rebalance.
     */
    void open() {
        try {
            boolean isWell = !Files.exists(folder.resolve(OPEN));
            for (Path task : folders(folder, 1)) {
                Optional<String> damage = isWell ? damage(task) : Optional.of("it was not closed");
                if (damage.isPresent()) {
                    LOG.warn("state in {} is rebuilt from Kafka: {}", task, damage.get());
                    delete(task);
                }
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(OPEN), "");
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Notes that all of it was closed well. */
    void closed() {
        try {
            Files.deleteIfExists(folder.resolve(OPEN));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private UncheckedIOException unusable(IOException cause) {
        return new UncheckedIOException("cannot use the folder for state stores " + folder, cause);
    }

    private static Optional<String> damage(Path task) throws IOException {
        for (Path store : folders(task, Integer.MAX_VALUE)) {
            Optional<String> damage = Files.exists(store.resolve(STORE)) ? damageOfStore(store) : Optional.empty();
            if (damage.isPresent()) {
                return damage;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> damageOfStore(Path store) {
        try (Options options = new Options()) {
            List<byte[]> families = RocksDB.listColumnFamilies(options, store.toString());
            if (families.isEmpty()) {
                return Optional.of(store.getFileName() + ": what it consists of cannot be read");
            }
            verify(store, families);
            return Optional.empty();
        } catch (RocksDBException e) {
            return isDamage(e) ? Optional.of(store.getFileName() + ": " + e.getMessage()) : Optional.empty();
        }
    }

    private static void verify(Path store, List<byte[]> families) throws RocksDBException {
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        List<ColumnFamilyDescriptor> descriptors =
                families.stream().map(ColumnFamilyDescriptor::new).toList();
        try (DBOptions options = new DBOptions();
                RocksDB db = RocksDB.openReadOnly(options, store.toString(), descriptors, handles)) {
            db.verifyChecksum();
            handles.forEach(ColumnFamilyHandle::close);
        }
    }

    /** A file that may not be read, or a machine out of memory, is none. */
    private static boolean isDamage(RocksDBException failure) {
        return DAMAGE.contains(failure.getStatus().getCode())
                || String.valueOf(failure.getMessage()).contains("No such file");
    }

    private static List<Path> folders(Path root, int depth) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root, depth)) {
            return all.filter(path -> Files.isDirectory(path) && !path.equals(root))
                    .toList();
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
