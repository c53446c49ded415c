package communique.alert.store;

import communique.schemas.StateSerde;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.avro.specific.SpecificRecord;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * Records in a folder, found by the numbers they are given. It is a copy of what topics have: it begins empty, is never
 * synced, and takes some 15 MB of memory however much is in it. Safe for use by several threads.
 */
public final class RecordStore implements AutoCloseable {
    private static final long MEGABYTE = 1 << 20;

    static {
        RocksDB.loadLibrary();
    }

    private final LRUCache cache = new LRUCache(4 * MEGABYTE);
    private final Options options = new Options()
            .setCreateIfMissing(true)
            .setWriteBufferSize(4 * MEGABYTE)
            .setMaxWriteBufferNumber(2)
            .setMaxOpenFiles(64)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setTableFormatConfig(
                    new BlockBasedTableConfig().setBlockCache(cache).setCacheIndexAndFilterBlocks(true));
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private final AtomicLong last = new AtomicLong();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final RocksDB db;
    private boolean closed;

    /**
     * Opens it, empty.
     *
     * @param folder where nothing else is kept
     */
    public RecordStore(Path folder) {
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            RocksDB.destroyDB(folder.toString(), options);
            db = RocksDB.open(options, folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RocksDBException e) {
            throw new UncheckedIOException("cannot keep records in " + folder, new IOException(e));
        }
    }

    /** Where records of one class are kept. */
    public <V extends SpecificRecord> Shelf<V> shelf(Class<V> type) {
        return new Shelf<>(new StateSerde<>(type));
    }

    /** The records of one class. */
    public final class Shelf<V extends SpecificRecord> {
        private final StateSerde<V> serde;

        private Shelf(StateSerde<V> serde) {
            this.serde = serde;
        }

        /** Takes in a record; returns its number. */
        public long add(V record) {
            long number = last.incrementAndGet();
            byte[] bytes = serde.serializer().serialize("", record);
            whileOpen(() -> {
                db.put(unlogged, key(number), bytes);
                return bytes;
            });
            return number;
        }

        /** The record of a number; empty where it was removed. */
        public Optional<V> find(long number) {
            return whileOpen(() -> db.get(key(number)))
                    .map(bytes -> serde.deserializer().deserialize("", bytes));
        }

        /** Forgets a record. */
        public void remove(long number) {
            whileOpen(() -> {
                db.singleDelete(unlogged, key(number));
                return null;
            });
        }
    }

    private interface Access {
        byte[] get() throws RocksDBException;
    }

    private Optional<byte[]> whileOpen(Access access) {
        Lock reading = lock.readLock();
        reading.lock();
        try {
            return closed ? Optional.empty() : Optional.ofNullable(access.get());
        } catch (RocksDBException e) {
            throw new UncheckedIOException(new IOException(e));
        } finally {
            reading.unlock();
        }
    }

    private static byte[] key(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /** Closes it; what is asked for from now on is not there. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                db.close();
                unlogged.close();
                options.close();
                cache.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
