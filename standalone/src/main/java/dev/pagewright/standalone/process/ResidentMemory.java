package dev.pagewright.standalone.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory a process holds, children included, each shared page counted once as far as the system tells. */
public final class ResidentMemory {

    private static final Path PROC = Path.of("/proc");

    private ResidentMemory() {}

    /** Bytes; 0 where the process is gone or the system does not say. */
    public static long bytes(ProcessHandle process) {
        long sum = alone(process);
        for (ProcessHandle child : process.descendants().toList()) {
            sum += field(child.pid(), "RssAnon:"); // the rest it shares with its parent; 0 without /proc
        }
        return sum;
    }

    /** Without its children. */
    public static long alone(ProcessHandle process) {
        return Files.isDirectory(PROC.resolve("self")) ? field(process.pid(), "VmRSS:") : byProcessList(process.pid());
    }

    private static long field(long pid, String name) {
        try {
            List<String> lines =
                    Files.readAllLines(PROC.resolve(Long.toString(pid)).resolve("status"), StandardCharsets.ISO_8859_1);
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long byProcessList(long pid) {
        try {
            Process list = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String said = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.matches("[0-9]+") ? Long.parseLong(said) * 1024 : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
