package dev.pagewright.gateway.inspection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running inspection process, asked one question at a time. Ended by {@link #end}, or by a file; it cannot be
 * interrupted otherwise.
 */
final class ChildProcess {

    /** How a JVM ends that is told to exit on an {@link OutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;

    private static final Duration TO_EXIT = Duration.ofSeconds(5);

    private final Process process;
    private final DataInputStream answers;
    private final DataOutputStream questions;
    private CompletableFuture<Inspection> answer = CompletableFuture.completedFuture(Inspection.corrupt());
    private long since = System.nanoTime();

    private ChildProcess(Process process) {
        this.process = process;
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /** @throws IOException where no process can be had, or it was not ready in time: no file's fault */
    static ChildProcess start(InspectionSettings settings) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(ChildCommand.of(settings.heap()))
                .redirectError(ProcessBuilder.Redirect.DISCARD); // parsers quote what a hostile file says
        builder.environment().keySet().retainAll(ChildCommand.INHERITED);
        var child = new ChildProcess(builder.start());
        boolean ready = false;
        try {
            ready = child.reads(child.answers::read).get(settings.start().toMillis(), TimeUnit.MILLISECONDS)
                    == Child.READY;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the inspection process did not come up", e);
        } finally {
            if (!ready) {
                child.end();
            }
        }
        return child;
    }

    /** The answer to come; an {@link IOException} where the process ends without one. */
    CompletableFuture<Inspection> ask(Question question) {
        answer = reads(() -> {
            question.write(questions);
            questions.flush();
            return Inspection.read(answers);
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
        if (!process.waitFor(TO_EXIT.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return process.exitValue();
    }

    void end() {
        process.destroyForcibly();
    }

    void rest() {
        since = System.nanoTime();
    }

    Duration rested() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
