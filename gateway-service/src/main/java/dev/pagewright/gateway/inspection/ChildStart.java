package dev.pagewright.gateway.inspection;

import dev.pagewright.fence.Fence;
import dev.pagewright.fence.FencedProcess;
import dev.pagewright.fence.JavaReach;
import dev.pagewright.fence.Reach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts inspection processes inside the fence: of this machine's files they read their Java, this service's archives
 * and what is shown to them, and write none.
 */
final class ChildStart {

    private final InspectionSettings settings;
    private final Fence fence;
    private final Path directory;

    /** @param directory where files are shown, on the file system on which they lie */
    ChildStart(InspectionSettings settings, Fence fence, Path directory) {
        this.settings = settings;
        this.fence = fence;
        this.directory = directory;
    }

    /** @throws IOException where no process can be had, or it was not ready in time: no file's fault */
    ChildProcess start() throws IOException, InterruptedException {
        Showcase showcase = Showcase.open(directory);
        FencedProcess process;
        try {
            process = launch(showcase, ChildCommand.of(settings.heap(), Child.class.getName()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            showcase.close();
            throw e;
        }
        var child = new ChildProcess(process, showcase);
        boolean ready = false;
        try {
            ready = child.ready().get(settings.start().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the inspection process did not come up", e);
        } finally {
            if (!ready) {
                child.end();
            }
        }
        return child;
    }

    FencedProcess launch(Showcase showcase, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(showcase.folder().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD); // parsers quote what a hostile file says
        builder.environment().keySet().retainAll(ChildCommand.INHERITED);
        String classPath = command.get(command.indexOf("-cp") + 1);
        return fence.start(builder, JavaReach.of(classPath).and(Reach.reading(List.of(showcase.folder()))));
    }
}
