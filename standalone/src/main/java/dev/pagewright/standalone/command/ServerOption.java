package dev.pagewright.standalone.command;

import dev.pagewright.embedded.FreePorts;
import dev.pagewright.standalone.client.PagewrightClient;
import dev.pagewright.standalone.system.CannotStartException;
import dev.pagewright.standalone.system.DataFolder;
import dev.pagewright.standalone.system.DetachedSystem;
import dev.pagewright.standalone.system.Orphans;
import dev.pagewright.standalone.system.Ports;
import dev.pagewright.standalone.system.RunningSystem;
import dev.pagewright.standalone.system.SystemSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server a command talks to: a named one, or this machine's own, which is started if it does not run. */
final class ServerOption {

    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int USUAL_PORT = 8080;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Of a remote server (default: this machine's own system).")
    private @Nullable String url = System.getenv("PAGEWRIGHT_URL");

    @Option(names = "--token", paramLabel = "TOKEN", description = "For --url (default: $PAGEWRIGHT_TOKEN).")
    private @Nullable String token = System.getenv("PAGEWRIGHT_TOKEN");

    /** A client of the chosen server. */
    PagewrightClient client() throws IOException, InterruptedException {
        if (url == null) {
            RunningSystem own = own();
            return new PagewrightClient(own.record().url(), own.secrets().demoToken());
        }
        if (!url.matches("https?://[^/]+.*")) {
            throw new CannotStartException("--url takes an http or https address.");
        }
        return new PagewrightClient(url, token == null ? "" : token);
    }

    private RunningSystem own() throws IOException, InterruptedException {
        DataFolder folder = data.folder();
        Optional<RunningSystem> running = RunningSystem.find(folder);
        if (running.isPresent()) {
            return DetachedSystem.awaitReady(folder, running.get());
        }
        Orphans.endThoseOf(folder); // one of them may sit on the port
        ModelsCommand.addBeforeFirstStart(folder);
        System.err.println(
                "pagewright: starting the system (it stops after ten idle minutes; ./pagewright up keeps one)");
        int port = FreePorts.taken(USUAL_PORT) ? Ports.any(new SecureRandom()) : USUAL_PORT;
        SystemSettings settings = new SystemSettings(
                folder,
                Path.of(System.getProperty("pagewright.home", ".")),
                "127.0.0.1",
                port,
                OptionalInt.empty(),
                UpCommand.workers(null),
                Optional.empty(),
                Optional.of(IDLE));
        return DetachedSystem.start(folder, Pagewright.class, UpCommand.arguments(settings));
    }
}
