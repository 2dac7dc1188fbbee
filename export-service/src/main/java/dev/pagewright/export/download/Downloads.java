package dev.pagewright.export.download;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.build.BuildQueue;
import dev.pagewright.export.build.BuildStoppedException;
import dev.pagewright.export.build.BuiltFile;
import dev.pagewright.export.build.SharedBuilds;
import dev.pagewright.export.build.Stop;
import dev.pagewright.export.document.GatewayAwayException;
import dev.pagewright.export.document.GatewayClient;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.OptionValues;
import dev.pagewright.export.inner.Departure;
import dev.pagewright.export.inner.ProblemException;
import dev.pagewright.security.SecretSealer;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Builds downloads, or takes them from the cache. Blocking; thread-safe. */
@Singleton
class Downloads {

    private static final Logger LOG = Logger.getLogger(Downloads.class);

    /** Of downloads that are kept: each is some megabytes from the gateway's disk. */
    private static final int COPIES = 8;

    private final Formats formats;
    private final GatewayClient gateway;
    private final SecretSealer sealer;
    private final BuildQueue queue;
    private final SharedBuilds builds;
    private final BuildQueue copies;
    private final SharedBuilds kept;
    private final DownloadSettings settings;

    Downloads(
            Formats formats,
            GatewayClient gateway,
            SecretSealer sealer,
            BuildQueue queue,
            SharedBuilds builds,
            DownloadSettings settings) {
        this.formats = formats;
        this.gateway = gateway;
        this.sealer = sealer;
        this.queue = queue;
        this.builds = builds;
        this.copies = new BuildQueue(
                "copy",
                new BuildQueue.Bounds(
                        COPIES, settings.waiting(), settings.waitingOfOne(), settings.patience(), settings.deadline()));
        this.kept = new SharedBuilds(copies);
        this.settings = settings;
    }

    /** The job is gone: what is built of it stops. */
    void purge(String id) {
        builds.stop(id + "/");
    }

    /** A download that is asked for: it may be given. */
    record Request(JobRecord job, Exporter exporter, OptionValues options, ExportKey key) {}

    /**
     * Checks that the download may be given, before anything is built.
     *
     * @throws ProblemException where it may not
     */
    Request request(String id, @Nullable String name, Map<String, List<String>> query) throws IOException {
        Exporter exporter = formats.named(name);
        OptionValues options = OptionValues.of(exporter.format(), query);
        JobRecord job = gateway.job(id)
                .orElseThrow(() -> new ProblemException(ErrorCode.JOB_NOT_FOUND, "There is no such job."));
        switch (job.status()) {
            case "done" -> {}
            case "failed" -> {
                if (!exporter.format().ofFailedJobs()) {
                    throw new ProblemException(
                            ErrorCode.JOB_FAILED, "No page of this job could be read; format=json tells why.");
                }
            }
            default ->
                throw new ProblemException(
                        ErrorCode.JOB_NOT_FINISHED, "The job has not finished; ask again when its status is done.");
        }
        return new Request(job, exporter, options, ExportKey.of(job, exporter.format(), options));
    }

    /**
     * The download's file, built unless it is kept. Who asks for the same at the same time shares the build, which stops
     * once all of them have left.
     *
     * @throws ProblemException where the job has gone meanwhile
     */
    BuiltFile.Lease file(Request request, Departure departure) throws IOException, InterruptedException {
        String account = request.job().accountId();
        try {
            return shared(kept, request, departure, () -> copies.submit(account, stop -> kept(request)));
        } catch (NotKept e) {
            return shared(builds, request, departure, () -> queue.submit(account, stop -> built(request, stop)));
        }
    }

    private BuiltFile.Lease shared(SharedBuilds shared, Request request, Departure departure, SharedBuilds.Start start)
            throws IOException, InterruptedException {
        String key = request.job().uuid() + "/" + request.key().name();
        try (SharedBuilds.Ticket ticket = shared.join(key, start)) {
            departure.whenGone(ticket::abandon);
            return ticket.await();
        } catch (BuildStoppedException e) {
            throw stopped(e);
        }
    }

    /** The download has to be built. */
    private static final class NotKept extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** What is kept takes no turn of those who build. */
    private BuiltFile kept(Request request) throws IOException {
        Path result = file();
        try {
            if (fromCache(request, result)) {
                return new BuiltFile(result);
            }
            throw new NotKept();
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(result);
            throw e;
        }
    }

    private Path file() throws IOException {
        return Files.createTempFile(Files.createDirectories(settings.directory()), "download-", ".tmp");
    }

    private ExportRefusedException stopped(BuildStoppedException e) {
        var refused =
                switch (e.reason()) {
                    case UNWANTED -> new ExportRefusedException(ErrorCode.JOB_NOT_FOUND, "There is no such job.");
                    case LATE ->
                        new ExportRefusedException(
                                ErrorCode.OVERLOADED,
                                "The download takes more than the %d s that one may; ask for another format, or try again later."
                                        .formatted(settings.deadline().toSeconds()));
                };
        refused.initCause(e);
        return refused;
    }

    private BuiltFile built(Request request, Stop stop) throws IOException {
        Path result = file();
        try {
            build(request, result, stop);
            requireJob(request.job());
            keep(request, result);
            return new BuiltFile(result);
        } catch (GatewayAwayException e) {
            Files.deleteIfExists(result);
            requireJob(request.job());
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(result);
            throw e;
        }
    }

    /** A job that was deleted or read again while it was built gives what is half of it. */
    private void requireJob(JobRecord built) throws IOException {
        Optional<JobRecord> now = gateway.job(built.uuid());
        if (now.isEmpty()) {
            throw new ExportRefusedException(ErrorCode.JOB_NOT_FOUND, "There is no such job.");
        }
        if (now.get().revision() != built.revision() || !now.get().status().equals(built.status())) {
            throw new ExportRefusedException(
                    ErrorCode.JOB_NOT_FINISHED, "The job is being read again; ask again when its status is done.");
        }
    }

    private void build(Request request, Path result, Stop stop) throws IOException {
        try (Workspace workspace = Workspace.in(settings.directory());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(result), 1 << 16);
                var bounded = new BoundedOutput(file, settings.maximumBytes(), stop)) {
            var source = new JobSource(gateway, sealer, workspace, request.job(), request.options(), stop);
            request.exporter().write(source, bounded);
            bounded.flush();
        }
    }

    private boolean fromCache(Request request, Path result) {
        try {
            return gateway.cached(request.job().uuid(), request.key().name(), result);
        } catch (IOException e) {
            LOG.warnf("the cache of downloads cannot be read: %s", e.getMessage());
            return false;
        }
    }

    /** A cache that is away costs time, not the download. */
    private void keep(Request request, Path result) {
        try {
            gateway.cache(request.job().uuid(), request.key().name(), result);
        } catch (IOException e) {
            LOG.warnf("a download was not cached: %s", e.getMessage());
        }
    }
}
