package dev.pagewright.system.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.system.client.Client;
import dev.pagewright.system.client.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The whole system as a user starts it: {@code ./pagewright up --detach}, with a data folder of its own. */
public final class LaunchedSystem implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path data;
    private final Map<String, String> settings;

    private LaunchedSystem(Path data, Map<String, String> settings) {
        this.data = data;
        this.settings = Map.copyOf(settings);
    }

    public static LaunchedSystem start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /** @param settings of its environment, besides those of this process */
    public static LaunchedSystem start(Map<String, String> settings) throws IOException, InterruptedException {
        return start(Files.createTempDirectory("pagewright-system"), settings);
    }

    /** On a folder that may hold something already. */
    public static LaunchedSystem start(Path data, Map<String, String> settings)
            throws IOException, InterruptedException {
        LaunchedSystem system = new LaunchedSystem(data, settings);
        system.up();
        return system;
    }

    public void up() throws IOException, InterruptedException {
        pagewright(settings, "up", "--detach", "--data", data.toString(), "--port", Integer.toString(freePort()));
    }

    /** Where the system keeps everything. */
    public Path data() {
        return data;
    }

    public void down() throws IOException, InterruptedException {
        pagewright("down", "--data", data.toString());
    }

    public JsonNode status() throws IOException, InterruptedException {
        return MAPPER.readTree(pagewright("status", "--json", "--data", data.toString()));
    }

    public Client client() throws IOException, InterruptedException {
        return client("token");
    }

    public Client administrator() throws IOException, InterruptedException {
        return client("admin_token");
    }

    private Client client(String token) throws IOException, InterruptedException {
        JsonNode status = status();
        return new Client(
                URI.create(status.path("url").asText()), status.path(token).asText());
    }

    /** Ends a process at once, as the kernel would, and waits until another has taken its place. */
    public void kill(String name) throws IOException, InterruptedException {
        long killed = pid(name);
        ProcessHandle.of(killed).ifPresent(ProcessHandle::destroyForcibly);
        Waiting.until("another " + name, Duration.ofSeconds(60), () -> {
            long pid = pid(name);
            return pid != 0 && pid != killed ? pid : null;
        });
    }

    /** Whether every part does its work, as the launcher sees it. */
    public boolean allReady() throws IOException, InterruptedException {
        JsonNode parts = status().path("parts");
        for (JsonNode part : parts) {
            if (!part.path("condition").asText().equals("ready")) {
                return false;
            }
        }
        return !parts.isEmpty();
    }

    /** 0 where no process of that name runs. */
    public long pid(String name) throws IOException, InterruptedException {
        for (JsonNode process : status().path("processes")) {
            if (process.path("name").asText().equals(name)) {
                return process.path("pid").asLong();
            }
        }
        return 0;
    }

    /** Runs the command as a user would; what it prints, where it ends well. */
    public static String pagewright(String... arguments) throws IOException, InterruptedException {
        return pagewright(Map.of(), arguments);
    }

    /** As the other, with settings of its environment. */
    public static String pagewright(Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        Path root = root();
        List<String> command =
                new ArrayList<>(List.of(root.resolve("pagewright").toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("pagewright", ".out");
        Path errors = Files.createTempFile("pagewright", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile());
            // built by the run that these tests are part of
            builder.environment().put("PAGEWRIGHT_BUILT", "1");
            builder.environment().putAll(settings);
            Process process = builder.start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end: " + Files.readString(errors));
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(
                        "%s ended with %d: %s".formatted(command, process.exitValue(), Files.readString(errors)));
            }
            return Files.readString(out);
        } finally {
            Files.delete(out);
            Files.delete(errors);
        }
    }

    /** The checkout: the nearest folder above that holds the command. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("pagewright"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new AssertionError("there is no ./pagewright above this folder");
            }
        }
        return folder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            down();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the system was stopping", e);
        }
    }
}
