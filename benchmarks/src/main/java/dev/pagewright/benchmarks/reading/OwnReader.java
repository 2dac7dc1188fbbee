package dev.pagewright.benchmarks.reading;

import com.sun.management.OperatingSystemMXBean;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.reading.PageReader;
import dev.pagewright.worker.reading.PageRequest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The worker's reader in this process, whose processor time is that of all that runs in it. */
record OwnReader(PageReader reader, boolean told) implements Transcriber {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Override
    public Transcript read(Item item) {
        PageResult result = page(item, 0);
        return switch (result) {
            case PageResult.Read read -> new Transcript(PlainText.of(read.page()), steps(read.page()));
            case PageResult.Failed failed -> new Transcript("", Map.of());
        };
    }

    PageResult page(Item item, int index) {
        return reader.read(new PageRequest(
                item.id(),
                index,
                index + 1,
                item.file(),
                item.mediaType(),
                null,
                new TaskOptions("cpu", told ? item.language() : "auto", "auto"),
                Deadline.in(PATIENCE)));
    }

    private static Map<String, Double> steps(Page page) {
        Map<String, Double> steps = new HashMap<>();
        page.debug().forEach((name, value) -> {
            if (name.endsWith("_ms")) {
                steps.put(name.substring(0, name.length() - "_ms".length()), value);
            }
        });
        return steps;
    }

    @Override
    public Duration processorTime() {
        return Duration.ofNanos(PROCESS.getProcessCpuTime());
    }
}
