package communique.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Keeps a folder to one process. The operating system lets go of it when the process dies, however it dies. */
final class FolderLock implements AutoCloseable {
    /** What a process that was told to stop may still need. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Creates the folder where it is missing and takes it.
     *
     * @throws LocalClusterException where another holds it, or it cannot be written
     */
    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new LocalClusterException("the folder " + folder + " is in use by another process");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new LocalClusterException("cannot use the folder " + folder + ": " + e, e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        CompletableFuture<Boolean> locking = CompletableFuture.supplyAsync(() -> {
            try {
                return channel.lock().isValid();
            } catch (IOException | OverlappingFileLockException e) {
                return false;
            }
        });
        try {
            return locking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LocalClusterException("cannot let go of a folder", e);
        }
    }
}
