package dev.pagewright.standalone.command;

import dev.pagewright.standalone.system.DataFolder;
import dev.pagewright.standalone.system.RunningSystem;
import dev.pagewright.standalone.system.SystemStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what runs, of all systems of this user where none is named. Exit code 3 where nothing does. */
@Command(name = "status", description = "Tells what runs, where, and how much memory it takes.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOTHING_RUNS = 3;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<DataFolder> folders = json ? List.of(data.theRunningOne()) : data.running();
        int told = 0;
        for (DataFolder folder : folders) {
            Optional<RunningSystem> running = RunningSystem.find(folder);
            if (running.isPresent()) {
                SystemStatus status = SystemStatus.of(running.get());
                System.out.print((told > 0 ? System.lineSeparator() : "") + (json ? status.json() : status.text()));
                told++;
            }
        }
        if (told == 0) {
            System.err.println(
                    "pagewright: nothing runs on " + folders.getFirst().root() + "; start it with ./pagewright up");
            return NOTHING_RUNS;
        }
        return 0;
    }
}
