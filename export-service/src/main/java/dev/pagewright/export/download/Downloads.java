package dev.pagewright.export.download;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.document.GatewayClient;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.OptionValues;
import dev.pagewright.export.inner.ProblemException;
import dev.pagewright.security.SecretSealer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Builds downloads, or takes them from the cache. Blocking; thread-safe. */
@Singleton
class Downloads {

    private static final Logger LOG = Logger.getLogger(Downloads.class);

    private final Formats formats;
    private final GatewayClient gateway;
    private final SecretSealer sealer;
    private final BuildSlots slots;
    private final DownloadSettings settings;

    Downloads(
            Formats formats, GatewayClient gateway, SecretSealer sealer, BuildSlots slots, DownloadSettings settings) {
        this.formats = formats;
        this.gateway = gateway;
        this.sealer = sealer;
        this.slots = slots;
        this.settings = settings;
    }

    void sweep(@Observes StartupEvent event) throws IOException {
        Workspace.sweep(settings.directory());
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

    /** A download's bytes; the file goes when the stream is closed. */
    record Built(InputStream bytes, long length) {}

    Built build(Request request) throws IOException {
        Path result = Files.createTempFile(Files.createDirectories(settings.directory()), "download-", ".tmp");
        try {
            if (!fromCache(request, result)) {
                build(request, result);
                keep(request, result);
            }
            long length = Files.size(result);
            return new Built(Files.newInputStream(result, StandardOpenOption.DELETE_ON_CLOSE), length);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(result);
            throw e;
        }
    }

    private void build(Request request, Path result) throws IOException {
        try (BuildSlots.Slot turn = slots.take();
                Workspace workspace = Workspace.in(settings.directory());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(result), 1 << 16);
                var bounded = new BoundedOutput(file, settings.maximumBytes())) {
            var source = new JobSource(gateway, sealer, workspace, request.job(), request.options());
            request.exporter().write(source, bounded);
            bounded.flush();
            LOG.debugf("built %s, turn %s", request.key().name(), turn);
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
