package dev.pagewright.standalone.command;

import dev.pagewright.standalone.system.CannotStartException;
import dev.pagewright.standalone.system.DataFolder;
import dev.pagewright.standalone.system.Orphans;
import dev.pagewright.standalone.system.RunningSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the system of a data folder. */
@Command(name = "down", description = "Stops the system; its data stay.")
final class DownCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        DataFolder folder = data.theRunningOne();
        Optional<RunningSystem> running = RunningSystem.find(folder);
        if (running.isPresent()) {
            if (!running.get().stop(LIMIT)) {
                throw new CannotStartException("The system does not stop; its logs say why: " + folder.logs());
            }
            System.out.println("Stopped.");
            return 0;
        }
        System.out.println(Orphans.endThoseOf(folder) ? "Stopped what a killed launcher had left." : "Nothing runs.");
        return 0;
    }
}
