package dev.pagewright.worker.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.queue.quarantine.Child;
import dev.pagewright.worker.reading.PageReaders;
import dev.pagewright.worker.reading.ReaderSettings;
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

    /** The endpoint's address and key are told for pages alone that are sent to it. */
    static Function<TaskOptions, JsonNode> told(ReaderSettings settings) {
        JsonNode all = MAPPER.valueToTree(settings);
        JsonNode local = MAPPER.valueToTree(settings.with(null));
        return options -> options.tier().equals("vlm") ? all : local;
    }
}
