package dev.pagewright.export.image;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.document.GatewayClient;
import dev.pagewright.export.download.BuildSlots;
import dev.pagewright.export.download.DownloadSettings;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.inner.ProblemException;
import dev.pagewright.security.SecretSealer;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.imageio.ImageIO;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A page's upright picture, PNG, drawn when it is first asked for. */
@jakarta.ws.rs.Path("/inner/v1/jobs/{id:[0-9a-f]{32}}/pages/{number:[0-9]{1,6}}/image")
@Blocking
public class PageImageResource {

    private static final Logger LOG = Logger.getLogger(PageImageResource.class);
    private static final int LEAST_WIDTH = 16;
    private static final int GREATEST_WIDTH = 3000;

    private final GatewayClient gateway;
    private final SecretSealer sealer;
    private final BuildSlots slots;
    private final DownloadSettings settings;

    PageImageResource(GatewayClient gateway, SecretSealer sealer, BuildSlots slots, DownloadSettings settings) {
        this.gateway = gateway;
        this.sealer = sealer;
        this.slots = slots;
        this.settings = settings;
    }

    /** @param number of the page, 1-based, in the uploaded file */
    @GET
    public Response get(
            @RestPath String id,
            @RestPath int number,
            @RestQuery("width") @DefaultValue("1000") String asked,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch)
            throws IOException {
        int width = width(asked);
        JobRecord job = gateway.job(id)
                .orElseThrow(() -> new ProblemException(ErrorCode.JOB_NOT_FOUND, "There is no such job."));
        if (number < 1 || number > job.filePages()) {
            throw new ProblemException(ErrorCode.NOT_FOUND, "There is no such page.");
        }
        String name = "page-%d-%d-%d.png".formatted(number, width, job.revision());
        String tag = "W/\"" + name + "\"";
        if (tag.equals(ifNoneMatch)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        Path picture = Files.createTempFile(Files.createDirectories(settings.directory()), "download-", ".png");
        try {
            if (!gateway.cached(id, name, picture)) {
                draw(job, number, width, picture);
                keep(id, name, picture);
            }
            long length = Files.size(picture);
            return Response.ok(Files.newInputStream(picture, StandardOpenOption.DELETE_ON_CLOSE))
                    .header(HttpHeaders.CONTENT_TYPE, "image/png")
                    .header(HttpHeaders.CONTENT_LENGTH, length)
                    .header(HttpHeaders.ETAG, tag)
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .build();
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(picture);
            throw e;
        }
    }

    private static int width(String asked) {
        int width = asked.matches("[0-9]{1,9}") ? Integer.parseInt(asked) : 0;
        if (width < LEAST_WIDTH || width > GREATEST_WIDTH) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER,
                    "width is a number of pixels from %d to %d.".formatted(LEAST_WIDTH, GREATEST_WIDTH));
        }
        return width;
    }

    private void draw(JobRecord job, int number, int width, Path picture) throws IOException {
        Path original = Files.createTempFile(settings.directory(), "download-", ".original");
        try (BuildSlots.Slot turn = slots.take()) {
            LOG.debugf("page %d of %s, turn %s", number, job.uuid(), turn);
            gateway.original(job.uuid(), original);
            Page page = page(job.uuid(), number);
            BufferedImage image = job.mediaType().equals("application/pdf")
                    ? PagePictures.ofPdf(original, password(job), number, page, width)
                    : PagePictures.ofImage(original, number, page, width);
            ImageIO.write(image, "png", picture.toFile());
        } finally {
            Files.deleteIfExists(original);
        }
    }

    private @Nullable String password(JobRecord job) {
        return job.sealedPassword() == null ? null : sealer.open(job.sealedPassword(), job.uuid());
    }

    /** Null for a page that was not read, or not yet. */
    private @Nullable Page page(String id, int number) throws IOException {
        try (Pages pages = gateway.pages(id)) {
            while (pages.hasNext()) {
                if (pages.next() instanceof PageResult.Read read && read.number() == number) {
                    return read.page();
                }
            }
        }
        return null;
    }

    private void keep(String id, String name, Path picture) {
        try {
            gateway.cache(id, name, picture);
        } catch (IOException e) {
            LOG.warnf("a page's picture was not cached: %s", e.getMessage());
        }
    }
}
