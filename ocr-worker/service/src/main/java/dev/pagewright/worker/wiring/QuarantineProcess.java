package dev.pagewright.worker.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.fence.Reach;
import dev.pagewright.worker.queue.quarantine.Child;
import dev.pagewright.worker.queue.quarantine.ChildCommand;
import dev.pagewright.worker.queue.quarantine.ReaderProgram;
import dev.pagewright.worker.reading.PageReaders;
import dev.pagewright.worker.reading.ReaderSettings;
import dev.pagewright.worker.vision.VisionSettings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** The main class of the process that reads a page in quarantine, with the worker's own engines. */
public final class QuarantineProcess {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private QuarantineProcess() {}

    public static void main(String[] arguments) {
        Child.run(settings -> {
            try {
                return PageReaders.open(MAPPER.treeToValue(settings, ReaderSettings.class));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("not the settings of a reader", e);
            }
        });
    }

    /**
     * This program with a reader's settings. What the engines have unpacked must be there already: the process may not
     * write where others would load it from.
     *
     * @param heapMegabytes its heap
     * @param addressSpaceMegabytes all its memory; 0: no limit
     */
    static ReaderProgram program(ReaderSettings settings, int heapMegabytes, int addressSpaceMegabytes) {
        return new ReaderProgram(
                ChildCommand.of(QuarantineProcess.class.getName(), heapMegabytes, addressSpaceMegabytes),
                told(settings),
                reach(settings));
    }

    /** Looked up for each page: languages are added while the worker runs. */
    private static Function<TaskOptions, Reach> reach(ReaderSettings settings) {
        Set<Path> places = new HashSet<>(settings.tessdata());
        places.add(settings.scratch());
        places.add(Path.of(System.getProperty("user.home"), ".pdfbox.cache")); // fonts, not looked for once more
        if (settings.models() != null) {
            places.add(settings.models());
        }
        VisionSettings vision = settings.vision();
        return options -> {
            Reach local = Reach.readingWithLinks(places);
            return vision != null && sentToEndpoint(options)
                    ? local.and(Reach.connecting(vision.model().port()))
                    : local;
        };
    }

    /** The endpoint's address and key are told for pages alone that are sent to it. */
    static Function<TaskOptions, JsonNode> told(ReaderSettings settings) {
        JsonNode all = MAPPER.valueToTree(settings);
        JsonNode local = MAPPER.valueToTree(settings.with(null));
        return options -> sentToEndpoint(options) ? all : local;
    }

    private static boolean sentToEndpoint(TaskOptions options) {
        return options.tier().equals("vlm");
    }
}
