package dev.pagewright.worker.queue.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.worker.page.memory.HeapFullException;
import dev.pagewright.worker.reading.PageReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** The inside of a quarantine process: one page, then the end. Whatever is thrown ends it with another exit code. */
public final class Child {

    private static final int ORPHAN = 3;
    private static final int FAULT = 4;

    private Child() {}

    /** @param open makes the reader from its settings */
    public static void run(Function<JsonNode, PageReader> open) {
        try {
            InputStream input = System.in;
            ChildRequest request = ChildRequest.read(input);
            Thread.ofPlatform().daemon().name("parent").start(() -> endWith(input));
            PageResult result;
            try (PageReader reader = open.apply(request.reader())) {
                result = reader.read(request.page());
            } catch (HeapFullException e) { // and nobody else is here
                result = new PageResult.Failed(
                        request.page().index(),
                        request.page().number(),
                        PageErrorCode.PAGE_TOO_LARGE,
                        PageErrorCode.PAGE_TOO_LARGE.sentence());
            }
            Files.write(Path.of(request.answer()), PageLineCodec.write(result));
        } catch (IOException | RuntimeException | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(FAULT);
        }
        Runtime.getRuntime().halt(0); // threads of natives do not keep it
    }

    /** Nobody waits for a process whose input has ended. */
    private static void endWith(InputStream input) {
        try {
            while (input.read() >= 0) {
                // nothing more is told
            }
        } catch (IOException e) {
            // its end all the same
        }
        Runtime.getRuntime().halt(ORPHAN);
    }
}
