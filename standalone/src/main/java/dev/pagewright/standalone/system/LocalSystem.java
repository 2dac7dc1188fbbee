package dev.pagewright.standalone.system;

import dev.pagewright.embedded.EmbeddedBroker;
import dev.pagewright.embedded.FreePorts;
import dev.pagewright.standalone.process.Care;
import dev.pagewright.standalone.process.Condition;
import dev.pagewright.standalone.process.Emptied;
import dev.pagewright.standalone.process.LogFile;
import dev.pagewright.standalone.process.Program;
import dev.pagewright.standalone.process.RestartPolicy;
import dev.pagewright.standalone.process.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The system that this process launches: started, kept running, and stopped in order. Stop may come from another
 * thread at any time.
 */
public final class LocalSystem implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LocalSystem.class.getName());
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
    private static final int ENDS_BEFORE_READY = 4;

    private final SystemSettings settings;
    private final Secrets secrets;
    private final SystemLock lock;
    private final SystemRegistry registry;
    private final Ports ports;
    private final Idleness idleness;
    private final Watch database;
    private final Watch broker;
    private final Watch gateway;
    private final List<Watch> others;
    private final Set<String> failing = new HashSet<>();
    private volatile boolean ready;
    private boolean stopped;

    private LocalSystem(
            SystemSettings settings, Secrets secrets, SystemLock lock, SystemRegistry registry, Ports ports) {
        this.settings = settings;
        this.secrets = secrets;
        this.lock = lock;
        this.registry = registry;
        this.ports = ports;
        this.idleness = new Idleness(new GatewayUse(ports, secrets.database().gateway()), Clock.systemUTC());
        Programs programs = new Programs(settings, ports, secrets);
        this.database = watch(programs.database(), RestartPolicy.OF_DATABASE, Care.OF_DATABASE);
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
    public static LocalSystem prepare(SystemSettings settings, SystemRegistry registry)
            throws IOException, InterruptedException {
        DataFolder folder = settings.folder();
        folder.make();
        SystemLock lock = lock(folder);
        new Orphans(folder).end();
        Emptied.folder(folder.temporary());
        Emptied.folder(folder.cache());
        OwnerOnly.all(folder.root());
        if (settings.heapDumps().isPresent()) {
            Files.createDirectories(settings.heapDumps().get());
        }
        SecureRandom random = new SecureRandom();
        Secrets secrets = Secrets.ofFile(folder.secrets(), random);
        OldLogs.forget(folder.logs(), secrets);
        register(registry, folder);
        return new LocalSystem(
                settings, secrets, lock, registry, Ports.find(settings.port(), settings.brokerPort(), random));
    }

    /** Commands find the system without it too, where they are told its folder. */
    private static void register(SystemRegistry registry, DataFolder folder) {
        try {
            registry.add(folder);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "status, logs and down need --data to find this system: {0}", e.toString());
        }
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
    public static void requireFree(String option, int port) {
        if (FreePorts.taken(port)) {
            throw new CannotStartException(
                    "Port %d is taken by another program; choose another with %s.".formatted(port, option));
        }
    }

    public String url() {
        return settings.url();
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
        Path log = settings.folder().broker();
        boolean first = !Files.exists(log.resolve("meta.properties"));
        boolean open = !EmbeddedBroker.closed(log);
        broker.start();
        database.start();
        await(database);
        if (!first && open) { // of an earlier version: it does not know its clients or their rights yet, and would turn
            // them away
            await(broker);
        }
        gateway.start();
        if (first) { // the topics do not exist yet: who reads them waits for the gateway, which makes them
            await(gateway);
        }
        others.forEach(Watch::start);
        for (Watch watch : all()) {
            await(watch);
        }
        closeToOthers();
        ready = true;
        writeRecord();
        System.gc(); // a first start unpacks programs; what that took goes back
    }

    /** Again: what unpacks programs and caches gives them permissions of its own. */
    private void closeToOthers() {
        try {
            OwnerOnly.all(settings.folder().root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(Watch watch) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!watch.awaitReady(Duration.ofMillis(100))) {
            if (watch.ends() >= ENDS_BEFORE_READY || System.nanoTime() > deadline) {
                throw new CannotStartException("%s does not start; its log says why: %s"
                        .formatted(watch.name(), settings.folder().log(watch.name())));
            }
        }
    }

    private Watch watch(Program program) {
        return watch(program, RestartPolicy.DEFAULT, Care.OF_SERVICES);
    }

    private Watch watch(Program program, RestartPolicy policy, Care care) {
        return new Watch(program, policy, care, this::changed);
    }

    private void changed() {
        writeRecord();
        if (ready) {
            all().forEach(this::complain);
        }
    }

    /** Once each time that a part begins to fail. */
    private synchronized void complain(Watch watch) {
        if (watch.condition() != Condition.FAILING) {
            failing.remove(watch.name());
        } else if (failing.add(watch.name())) {
            LOG.log(
                    Level.ERROR,
                    "{0} does not start, though it is tried again and again; its log says why: {1}",
                    watch.name(),
                    settings.folder().log(watch.name()));
        }
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
        List<SystemRecord.Part> parts =
                all().stream().map(SystemRecord.Part::of).toList();
        try {
            new SystemRecord(url(), ports.bootstrap(), ready, entries, parts)
                    .write(settings.folder().record());
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
        registry.remove(settings.folder());
        lock.close();
    }

    private static void stop(List<Watch> together) throws InterruptedException {
        together.forEach(Watch::askToEnd);
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        for (Watch watch : together) {
            watch.awaitEnd(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
    }
}
