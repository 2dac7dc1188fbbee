package dev.pagewright.standalone.system;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Held by the one launcher of a data folder. The operating system gives it back however the launcher ends. It belongs
 * to the process and goes when any channel on the file is closed there, so a process that holds it does not open the
 * file again.
 */
public final class SystemLock implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private SystemLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @return empty where another launcher has it, or this process already */
    public static Optional<SystemLock> take(Path path) throws IOException {
        Path file = path.toAbsolutePath().normalize();
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            HELD.remove(file);
            return Optional.empty();
        }
        return Optional.of(new SystemLock(file, channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
