package dev.pagewright.export.image;

import dev.pagewright.blob.Leftovers;
import dev.pagewright.contract.JobRecord;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.build.Build;
import dev.pagewright.export.build.BuildQueue;
import dev.pagewright.export.build.BuildStoppedException;
import dev.pagewright.export.build.BuiltFile;
import dev.pagewright.export.build.SharedBuilds;
import dev.pagewright.export.build.Stop;
import dev.pagewright.export.document.GatewayClient;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.inner.Departure;
import dev.pagewright.security.SecretSealer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Draws pages, or takes them from what is kept. Blocking; thread-safe. */
public final class Pictures {

    private final GatewayClient gateway;
    private final SecretSealer sealer;
    private final BuildQueue queue;
    private final SharedBuilds builds;
    private final PictureCache cache;
    private final Path directory;

    /** @param directory for files on their way */
    Pictures(GatewayClient gateway, SecretSealer sealer, BuildQueue queue, PictureCache cache, Path directory) {
        this.gateway = gateway;
        this.sealer = sealer;
        this.queue = queue;
        this.builds = new SharedBuilds(queue);
        this.cache = cache;
        this.directory = directory;
    }

    /** A page in a width, in pixels. Those who ask for the same at the same time share the work. */
    BuiltFile.Lease picture(JobRecord job, int number, int width, Departure departure)
            throws IOException, InterruptedException {
        int step = Widths.drawn(width);
        BuiltFile.Lease drawn = drawn(job, number, step, departure);
        if (width == step) {
            return drawn;
        }
        try (drawn) {
            return shared(job, name(job, number, width), departure, stop -> narrowed(drawn.path(), step, width));
        }
    }

    private BuiltFile.Lease drawn(JobRecord job, int number, int width, Departure departure)
            throws IOException, InterruptedException {
        String name = name(job, number, width);
        var key = new PictureCache.Key(job.uuid(), name);
        Optional<BuiltFile.Lease> kept = cache.find(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        return shared(job, name, departure, stop -> {
            BuiltFile file = draw(job, number, width, stop);
            if (gateway.job(job.uuid()).isEmpty()) {
                file.close();
                throw gone();
            }
            cache.keep(key, file);
            return file;
        });
    }

    private BuiltFile.Lease shared(JobRecord job, String name, Departure departure, Build.Work<BuiltFile> work)
            throws IOException, InterruptedException {
        try (SharedBuilds.Ticket ticket =
                builds.join(job.uuid() + "/" + name, () -> queue.submit(job.accountId(), work))) {
            departure.whenGone(ticket::abandon);
            return ticket.await();
        } catch (BuildStoppedException e) {
            throw e.reason() == BuildStoppedException.Reason.UNWANTED
                    ? gone()
                    : new ExportRefusedException(ErrorCode.OVERLOADED, "The page takes too long to draw.");
        }
    }

    static String name(JobRecord job, int number, int width) {
        return "page-%d-%d-%d.png".formatted(number, width, job.revision());
    }

    private static ExportRefusedException gone() {
        return new ExportRefusedException(ErrorCode.JOB_NOT_FOUND, "There is no such job.");
    }

    private BuiltFile draw(JobRecord job, int number, int width, Stop stop) throws IOException {
        Path original = Files.createTempFile(directory, "download-", ".original");
        try {
            gateway.original(job.uuid(), original);
            Page page = page(job, number, stop);
            return png(
                    job.mediaType().equals("application/pdf")
                            ? PagePictures.ofPdf(original, password(job), number, page, width)
                            : PagePictures.ofImage(original, number, page, width));
        } finally {
            Files.deleteIfExists(original);
        }
    }

    private BuiltFile narrowed(Path picture, int from, int to) throws IOException {
        try (PixelBudget.Share share = PixelBudget.OF_HEAP.take(2L * from * from)) {
            assert share != null;
            BufferedImage wide = ImageIO.read(picture.toFile());
            int width = Math.max(1, Math.round(wide.getWidth() * (float) to / from));
            return png(PagePictures.narrowed(wide, width));
        }
    }

    private BuiltFile png(BufferedImage image) throws IOException {
        Path file = Files.createTempFile(directory, "download-", ".png");
        try {
            ImageIO.write(image, "png", file.toFile());
            return new BuiltFile(file);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private @Nullable String password(JobRecord job) {
        String sealed = job.sealedPassword();
        return sealed == null ? null : sealer.open(sealed, job.uuid());
    }

    /** Null for a page that was not read, or not yet. */
    private @Nullable Page page(JobRecord job, int number, Stop stop) throws IOException {
        boolean all = job.pageCount() == job.filePages(); // then a page's place tells its number
        try (Pages pages = all ? gateway.page(job.uuid(), number - 1) : gateway.pages(job.uuid())) {
            while (pages.hasNext()) {
                stop.check();
                if (pages.next() instanceof PageResult.Read read && read.number() == number) {
                    return read.page();
                }
            }
        }
        return null;
    }

    /** The job is gone: its pictures go, and what is drawn of it stops. */
    public void purge(String id) {
        builds.stop(id + "/");
        cache.purge(id);
    }

    /**
     * Lets pictures go that nobody looked at, and removes files of no use that were last written before a time.
     *
     * @return files that were removed
     */
    public int sweep(Instant before) throws IOException {
        cache.sweep();
        return Leftovers.sweep(directory, before, cache::holds);
    }
}
