package dev.pagewright.gateway.inspection;

import dev.pagewright.fence.FencedProcess;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A running inspection process, asked one question at a time. Ended by {@link #end}, or by a file; it cannot be
 * interrupted otherwise.
 */
final class ChildProcess {

    /** How a JVM ends that is told to exit on an {@link OutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;

    private static final Duration TO_EXIT = Duration.ofSeconds(5);

    private final FencedProcess process;
    private final Showcase showcase;
    private final DataInputStream answers;
    private final DataOutputStream questions;
    private CompletableFuture<Inspection> answer = CompletableFuture.completedFuture(Inspection.corrupt());
    private long since = System.nanoTime();

    ChildProcess(FencedProcess process, Showcase showcase) {
        this.process = process;
        this.showcase = showcase;
        this.answers = new DataInputStream(new BufferedInputStream(process.output()));
        this.questions = new DataOutputStream(new BufferedOutputStream(process.input()));
    }

    /** Whether it can be asked, as soon as it tells; an {@link IOException} where it ends before. */
    CompletableFuture<Boolean> ready() {
        return reads(() -> answers.read() == Child.READY);
    }

    /**
     * The answer to come; an {@link IOException} where the process ends without one.
     *
     * @throws IOException where the file cannot be shown to the process
     */
    CompletableFuture<Inspection> ask(Question question) throws IOException {
        Question shown = question.about(showcase.show(question.file()));
        answer = reads(() -> {
            shown.write(questions);
            questions.flush();
            Inspection inspection = Inspection.read(answers);
            showcase.clear();
            return inspection;
        });
        return answer;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** On a thread of its own, as a read from a pipe waits until the process speaks or ends. */
    private <T> CompletableFuture<T> reads(Reading<T> reading) {
        var result = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().name("inspection-", process.pid()).start(() -> {
            try {
                result.complete(reading.read());
            } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Whether it can be asked again: it lives, and has answered what it was asked. */
    boolean free() {
        return process.isAlive() && answer.isDone() && !answer.isCompletedExceptionally();
    }

    /** Waits until it has ended. */
    int exitCode() throws InterruptedException {
        if (!process.ended(TO_EXIT)) {
            process.end();
        }
        return process.exitCode();
    }

    void end() {
        process.end();
        showcase.close();
    }

    void rest() {
        since = System.nanoTime();
    }

    Duration rested() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
