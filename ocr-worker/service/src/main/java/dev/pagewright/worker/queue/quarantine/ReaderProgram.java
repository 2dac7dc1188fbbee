package dev.pagewright.worker.queue.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.fence.JavaReach;
import dev.pagewright.fence.Reach;
import java.util.List;
import java.util.function.Function;

/**
 * The program that reads a page in quarantine.
 *
 * @param command starts it ({@link ChildCommand})
 * @param settings of its reader for such a page, as the program understands them
 * @param reach what the reader needs for such a page, beside Java, the program's own archives and the page's folder
 */
public record ReaderProgram(
        List<String> command, Function<TaskOptions, JsonNode> settings, Function<TaskOptions, Reach> reach) {

    public ReaderProgram {
        command = List.copyOf(command);
    }

    Reach reach(TaskOptions options, Cell cell) {
        return JavaReach.of(ChildCommand.classPath(command))
                .and(Reach.writing(cell.directory()))
                .and(reach.apply(options));
    }
}
