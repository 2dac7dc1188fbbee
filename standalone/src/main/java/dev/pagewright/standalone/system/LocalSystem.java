package dev.pagewright.standalone.system;

import dev.pagewright.embedded.FreePorts;
import dev.pagewright.standalone.process.LogFile;
import dev.pagewright.standalone.process.Program;
import dev.pagewright.standalone.process.RestartPolicy;
import dev.pagewright.standalone.process.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The system that this process launches: started, kept running, and stopped in order. Stop may come from another
 * thread at any time.
 */
public final class LocalSystem implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
    private static final int ENDS_BEFORE_READY = 4;

    private final SystemSettings settings;
    private final Secrets secrets;
    private final SystemLock lock;
    private final Idleness idleness;
    private final Watch database;
    private final Watch broker;
    private final Watch gateway;
    private final List<Watch> others;
    private volatile boolean ready;
    private boolean stopped;

    private LocalSystem(SystemSettings settings, Secrets secrets, SystemLock lock, Ports ports) {
        this.settings = settings;
        this.secrets = secrets;
        this.lock = lock;
        this.idleness = new Idleness(new GatewayUse(ports), Clock.systemUTC());
        Programs programs = new Programs(settings, ports, secrets);
        this.database = watch(programs.database());
        this.broker = watch(programs.broker());
        this.gateway = watch(programs.gateway());
        this.others = Stream.of(programs.worker(), programs.export(), programs.chat())
                .map(this::watch)
                .toList();
    }

    /**
     * Takes the folder, ends what an earlier launcher has left there, and makes ready to start.
     *
     * @throws CannotStartException with a sentence for the user
     */
    public static LocalSystem prepare(SystemSettings settings) throws IOException, InterruptedException {
        DataFolder folder = settings.folder();
        folder.make();
        SystemLock lock = lock(folder);
        new Orphans(folder).end();
        empty(folder.temporary());
        SecureRandom random = new SecureRandom();
        return new LocalSystem(
                settings, Secrets.ofFile(folder.secrets(), random), lock, Ports.find(settings.port(), random));
    }

    /** Tries for a moment: a command that looks for orphans has it for as long. */
    private static SystemLock lock(DataFolder folder) throws IOException, InterruptedException {
        for (int tries = 0; tries < 20; tries++) {
            Optional<SystemLock> lock = SystemLock.take(folder.lock());
            if (lock.isPresent()) {
                return lock.get();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new CannotStartException("Pagewright already runs on " + folder.root() + ".");
    }

    /** @throws CannotStartException where somebody listens on the port */
    public static void requireFree(int port) {
        if (FreePorts.taken(port)) {
            throw new CannotStartException(
                    "Port %d is taken by another program; choose another with --port.".formatted(port));
        }
    }

    public String url() {
        return "http://localhost:" + settings.port();
    }

    public Secrets secrets() {
        return secrets;
    }

    /**
     * Starts everything and returns once all of it is ready.
     *
     * @throws CannotStartException with a sentence for the user; what has started runs until {@link #close}
     */
    public void start() throws InterruptedException {
        boolean first = !Files.exists(settings.folder().broker().resolve("meta.properties"));
        broker.start();
        database.start();
        await(database);
        gateway.start();
        if (first) { // the topics do not exist yet: who reads them waits for the gateway, which makes them
            await(gateway);
        }
        others.forEach(Watch::start);
        for (Watch watch : all()) {
            await(watch);
        }
        ready = true;
        writeRecord();
        System.gc(); // a first start unpacks programs; what that took goes back
    }

    private void await(Watch watch) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!watch.awaitReady(Duration.ofMillis(100))) {
            if (watch.ends() >= ENDS_BEFORE_READY || System.nanoTime() > deadline) {
                throw new CannotStartException("%s does not start; its log says why: %s"
                        .formatted(watch.name(), settings.folder().logs().resolve(watch.name() + ".log")));
            }
        }
    }

    private Watch watch(Program program) {
        return new Watch(program, RestartPolicy.DEFAULT, LOOK, this::writeRecord);
    }

    private List<Watch> all() {
        List<Watch> all = new ArrayList<>(List.of(database, broker, gateway));
        all.addAll(others);
        return all;
    }

    private synchronized void writeRecord() {
        if (stopped) {
            return;
        }
        List<SystemRecord.Entry> entries = new ArrayList<>();
        entries.add(SystemRecord.Entry.of(Programs.LAUNCHER, ProcessHandle.current()));
        for (Watch watch : all()) {
            watch.process().ifPresent(process -> entries.add(SystemRecord.Entry.of(watch.name(), process)));
        }
        try {
            new SystemRecord(url(), ready, entries).write(settings.folder().record());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nobody has wanted anything for as long as the settings allow. */
    public boolean idleForTooLong() {
        return settings.idle().isPresent()
                && idleness.look().compareTo(settings.idle().get()) >= 0;
    }

    /** Keeps the logs within their bounds. */
    public void boundLogs() throws IOException {
        try (Stream<Path> logs = Files.list(settings.folder().logs())) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                new LogFile(log).bound();
            }
        }
    }

    /** Stops services, then the broker, then the database; returns once all have ended. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (stopped) {
                return;
            }
        }
        try {
            List<Watch> services = new ArrayList<>(others);
            services.add(gateway);
            stop(services);
            stop(List.of(broker));
            stop(List.of(database));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            stopped = true;
        }
        Files.deleteIfExists(settings.folder().record());
        lock.close();
    }

    private static void stop(List<Watch> together) throws InterruptedException {
        together.forEach(Watch::askToEnd);
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        for (Watch watch : together) {
            watch.awaitEnd(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
