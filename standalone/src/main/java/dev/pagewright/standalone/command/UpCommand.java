package dev.pagewright.standalone.command;

import dev.pagewright.standalone.Logging;
import dev.pagewright.standalone.system.CannotStartException;
import dev.pagewright.standalone.system.DataFolder;
import dev.pagewright.standalone.system.DetachedSystem;
import dev.pagewright.standalone.system.LocalSystem;
import dev.pagewright.standalone.system.Orphans;
import dev.pagewright.standalone.system.RunningSystem;
import dev.pagewright.standalone.system.SystemSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a system: in the foreground until Ctrl-C, or detached. */
@Command(name = "up", description = "Starts the system and says where it is.")
final class UpCommand implements Callable<Integer> {

    private static final Duration CARE = Duration.ofSeconds(15);
    private static final String USUAL_DUMPS = "heap-dumps";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--detach", description = "Returns once the system is ready; it runs on.")
    private boolean detach;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "Port of the API (default: 8080).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address that the API listens on (default: 127.0.0.1, this machine alone; 0.0.0.0: all addresses).")
    private String host = "";

    @Option(
            names = "--kafka-port",
            paramLabel = "N",
            description = "Port of the Kafka broker, on this machine alone (default: a free one; status tells it).")
    private @Nullable Integer kafkaPort;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Pages that are read at once (default: one a processor, at most 8).")
    private @Nullable Integer workers;

    @Option(
            names = "--heap-dumps",
            arity = "0..1",
            paramLabel = "DIR",
            fallbackValue = USUAL_DUMPS,
            description = "A service that runs out of memory leaves what was in it there, once (default: it does not;"
                    + " without DIR: the data folder's heap-dumps).")
    private @Nullable String heapDumps;

    @Option(names = "--stop-when-idle", paramLabel = "DURATION", hidden = true)
    private @Nullable Duration idle;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DataFolder folder = data.folder();
        Optional<RunningSystem> running = RunningSystem.find(folder);
        if (running.isPresent()) {
            say("Pagewright already runs at " + running.get().record().url() + " on " + folder.root() + ".");
            return 0;
        }
        SystemSettings settings = settings(folder);
        Orphans.endThoseOf(folder);
        LocalSystem.requireFree("--port", port);
        if (kafkaPort != null) {
            LocalSystem.requireFree("--kafka-port", kafkaPort);
        }
        ModelsCommand.addBeforeFirstStart(folder);
        warn(settings);
        if (detach) {
            tell(DetachedSystem.start(folder, Pagewright.class, arguments(settings)), "./pagewright down");
        } else {
            run(settings);
        }
        return 0;
    }

    private SystemSettings settings(DataFolder folder) {
        int threads = workers(workers);
        if (port < 1 || port > 65535) {
            throw new CannotStartException("--port takes a number from 1 to 65535.");
        }
        if (kafkaPort != null && (kafkaPort < 1 || kafkaPort > 65535 || kafkaPort == port)) {
            throw new CannotStartException("--kafka-port takes another number from 1 to 65535 than --port.");
        }
        return new SystemSettings(
                folder,
                Path.of(System.getProperty("pagewright.home", ".")),
                host,
                port,
                kafkaPort == null ? OptionalInt.empty() : OptionalInt.of(kafkaPort),
                threads,
                dumps(folder),
                Optional.ofNullable(idle));
    }

    private Optional<Path> dumps(DataFolder folder) {
        String set = System.getenv().getOrDefault("PAGEWRIGHT_HEAP_DUMPS", "");
        return Optional.ofNullable(heapDumps == null && !set.isBlank() ? set : heapDumps)
                .map(place -> place.equals(USUAL_DUMPS)
                        ? folder.heapDumps()
                        : Path.of(place).toAbsolutePath());
    }

    /** @param wanted null: what this machine can do */
    static int workers(@Nullable Integer wanted) {
        int threads = wanted != null ? wanted : Math.min(8, Runtime.getRuntime().availableProcessors());
        if (threads < 1 || threads > 64) {
            throw new CannotStartException("--workers takes a number from 1 to 64.");
        }
        return threads;
    }

    /** The command line of the same system in the foreground of another process. */
    static List<String> arguments(SystemSettings settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "up",
                "--data",
                settings.folder().root().toString(),
                "--host",
                settings.host(),
                "--port",
                Integer.toString(settings.port()),
                "--workers",
                Integer.toString(settings.workers())));
        settings.brokerPort().ifPresent(broker -> arguments.addAll(List.of("--kafka-port", Integer.toString(broker))));
        settings.heapDumps().ifPresent(place -> arguments.addAll(List.of("--heap-dumps", place.toString())));
        settings.idle().ifPresent(idle -> arguments.addAll(List.of("--stop-when-idle", idle.toString())));
        return arguments;
    }

    private void run(SystemSettings settings) throws IOException, InterruptedException {
        Logging.setUp();
        CountDownLatch stopping = new CountDownLatch(1);
        LocalSystem system = LocalSystem.prepare(settings, DataOption.registry());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system, stopping), "stop"));
        system.start();
        tell(RunningSystem.find(settings.folder()).orElseThrow(), "Ctrl-C");
        while (!stopping.await(CARE.toMillis(), TimeUnit.MILLISECONDS)) {
            system.boundLogs();
            if (system.idleForTooLong()) {
                return;
            }
        }
    }

    private static void stop(LocalSystem system, CountDownLatch stopping) {
        stopping.countDown();
        try {
            system.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void warn(SystemSettings settings) {
        if (settings.open()) {
            System.err.printf(
                    "pagewright: listening on %s without encryption: whoever can reach port %d reads along, tokens too; put a TLS proxy before it%n",
                    settings.everywhere() ? "all addresses" : settings.host(), settings.port());
        }
    }

    /** The token is for people: a log that this output may go to keeps it for everybody who reads logs. */
    private void tell(RunningSystem system, String stop) {
        say("""
            Pagewright runs at %s
              token  %s
              data   %s
              kafka  %s (./pagewright events shows the public topics)
              stop   %s""".formatted(
                        system.record().url(),
                        Terminal.output() ? system.secrets().demoToken() : "./pagewright status tells it",
                        system.folder().root(),
                        system.record().broker(),
                        stop));
    }

    private void say(String text) {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
