package dev.pagewright.export.download;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.export.build.Stop;
import dev.pagewright.export.document.GatewayClient;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.OptionValues;
import dev.pagewright.export.format.Pages;
import dev.pagewright.security.SecretSealer;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A job's document, read through the gateway. */
final class JobSource implements ExportSource {

    private final GatewayClient gateway;
    private final SecretSealer sealer;
    private final Workspace workspace;
    private final JobRecord job;
    private final OptionValues options;
    private final Stop stop;
    private @Nullable Path original;

    /** @param stop ends the pages, between two of them */
    JobSource(
            GatewayClient gateway,
            SecretSealer sealer,
            Workspace workspace,
            JobRecord job,
            OptionValues options,
            Stop stop) {
        this.gateway = gateway;
        this.sealer = sealer;
        this.workspace = workspace;
        this.job = job;
        this.options = options;
        this.stop = stop;
    }

    @Override
    public JobRecord job() {
        return job;
    }

    @Override
    public OptionValues options() {
        return options;
    }

    @Override
    public Pages pages() throws IOException {
        stop.check();
        Pages pages = gateway.pages(job.uuid());
        return new Pages(stop.between(pages), pages);
    }

    @Override
    public Path original() throws IOException {
        Path file = original;
        if (file == null) {
            file = workspace.file();
            gateway.original(job.uuid(), file);
            original = file;
        }
        return file;
    }

    @Override
    public @Nullable String password() {
        String sealed = job.sealedPassword();
        return sealed == null ? null : sealer.open(sealed, job.uuid());
    }

    @Override
    public Path temporary() throws IOException {
        return workspace.file();
    }
}
