package dev.pagewright.fence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts processes inside a fence: files, TCP ports and other processes that are not in their {@link Reach} are out of
 * theirs, from their first instruction, for all that they start too. The kernel's Landlock (Linux 5.13 and newer) is the
 * fence; where it is not there, processes run without. Thread-safe.
 *
 * <p>Landlock holds for the thread that asks for it and for all that comes of that thread. So each process is started by
 * a thread of its own that ends with that; the rest of this process stays outside. The Java runtime waits for the end of
 * a process with a thread that it makes then and there, which so is fenced too and is used again: nothing of this
 * process may run on it, nor be woken by it where that makes threads (virtual ones do). {@link FencedProcess} sees to it.
 */
public final class Fence {

    private final @Nullable AccessRights rights;
    private final String told;
    private final Reach always;

    private Fence(@Nullable AccessRights rights, String told, Reach always) {
        this.rights = rights;
        this.told = told;
        this.always = always;
    }

    /** @throws IllegalStateException where a fence is required and this system has none */
    public static Fence of(FenceMode mode) {
        return of(mode, List.of());
    }

    /**
     * @param alsoReadable files and folders that processes need on this machine beyond what is known
     * @throws IllegalStateException where a fence is required and this system has none; the message says what to do
     */
    public static Fence of(FenceMode mode, Collection<Path> alsoReadable) {
        return of(mode, alsoReadable, Fence::tried);
    }

    static Fence of(FenceMode mode, Collection<Path> alsoReadable, Supplier<Landlocked> system) {
        Reach always = Reach.reading(alsoReadable);
        if (mode == FenceMode.OFF) {
            return new Fence(null, "processes that read uploads are not fenced in: pagewright.fence=off", always);
        }
        Landlocked landlock = system.get();
        if (landlock.abi() > 0) {
            return new Fence(
                    new AccessRights(landlock.abi()),
                    "processes that read uploads are fenced in (Landlock, ABI %d)".formatted(landlock.abi()),
                    always);
        }
        if (mode == FenceMode.REQUIRED) {
            throw new IllegalStateException(
                    ("pagewright.fence=required, and this system has no fence (%s). Run the service"
                                    + " on Linux 5.13 or newer with Landlock enabled (\"landlock\" in"
                                    + " /sys/kernel/security/lsm, its calls allowed to the container), or set"
                                    + " pagewright.fence=if-there to read uploads without a fence.")
                            .formatted(landlock.reason()));
        }
        return new Fence(
                null,
                "processes that read uploads are not fenced in, for this system has no Landlock (%s): one that a file"
                                .formatted(landlock.reason())
                        + " takes over reaches what this user reaches; pagewright.fence=required refuses to run so",
                always);
    }

    /**
     * What was found of Landlock.
     *
     * @param abi 0 where it does not work here
     * @param reason why it does not
     */
    record Landlocked(int abi, String reason) {}

    /** Tries it on a thread that ends: a container may forbid some of the calls. */
    @SuppressWarnings("CatchingUnchecked") // whatever a foreign platform's missing library throws
    private static Landlocked tried() {
        String system = System.getProperty("os.name");
        if (!system.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return new Landlocked(0, system);
        }
        try {
            int abi = Landlock.abi();
            int rules = Landlock.rules(Reach.NONE, new AccessRights(abi));
            try {
                inside(() -> {
                    Landlock.enter(rules);
                    return abi;
                });
            } finally {
                Landlock.close(rules);
            }
            return new Landlocked(abi, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Landlocked(0, "interrupted");
        } catch (IOException | RuntimeException | LinkageError e) {
            return new Landlocked(0, String.valueOf(e.getMessage()));
        }
    }

    /** The version of Landlock's interface, 0 where there is no fence. */
    int abi() {
        return rights == null ? 0 : rights.abi();
    }

    /** The same with what an older kernel knows. */
    Fence ofAbi(int abi) {
        return new Fence(new AccessRights(abi), told, always);
    }

    /** Whether processes are fenced in. */
    public boolean up() {
        return rights != null;
    }

    /** One line for the log at start. */
    public String told() {
        return told;
    }

    /**
     * Starts a process that reaches what is named and nothing else. What its standard streams are redirected to is
     * opened within its reach.
     *
     * @throws IOException where it cannot be started, or not be fenced in although this system can
     */
    public FencedProcess start(ProcessBuilder builder, Reach reach) throws IOException, InterruptedException {
        var started = new CompletableFuture<FencedProcess>();
        Thread.ofPlatform()
                .daemon()
                .inheritInheritableThreadLocals(false)
                .name("fence")
                .start(() -> {
                    FencedProcess process;
                    try {
                        process = new FencedProcess(launch(builder, reach));
                    } catch (IOException | InterruptedException | RuntimeException | Error e) {
                        started.completeExceptionally(e);
                        return;
                    }
                    started.complete(process);
                    process.awaitEnd();
                });
        try {
            return started.get();
        } catch (InterruptedException e) {
            var unused = started.thenAccept(FencedProcess::end);
            throw e;
        } catch (ExecutionException e) {
            throw new IOException("no process can be started", e.getCause());
        }
    }

    private Process launch(ProcessBuilder builder, Reach reach) throws IOException, InterruptedException {
        if (rights == null) {
            return builder.start();
        }
        int rules = Landlock.rules(reach.and(always), rights);
        try {
            return inside(() -> {
                Landlock.enter(rules);
                return builder.start();
            });
        } finally {
            Landlock.close(rules);
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    /** On a thread of its own. Waiting for its end wakes nobody by its hands. */
    private static <T> T inside(Step<T> step) throws IOException, InterruptedException {
        var result = new Object() {
            @Nullable T value;

            @Nullable Throwable failure;
        };
        Thread thread = Thread.ofPlatform()
                .daemon()
                .inheritInheritableThreadLocals(false)
                .name("fenced")
                .start(() -> {
                    try {
                        result.value = step.run();
                    } catch (IOException | RuntimeException | Error e) {
                        result.failure = e;
                    }
                });
        thread.join();
        T value = result.value;
        if (value == null) {
            throw new IOException("nothing can be started inside the fence", result.failure);
        }
        return value;
    }
}
