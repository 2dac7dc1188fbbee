package dev.pagewright.export.image;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.build.BuiltFile;
import dev.pagewright.export.document.GatewayClient;
import dev.pagewright.export.inner.Departure;
import dev.pagewright.export.inner.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A page's upright picture, PNG, drawn when it is first asked for. */
@jakarta.ws.rs.Path("/inner/v1/jobs/{id:[0-9a-f]{32}}/pages/{number:[0-9]{1,6}}/image")
@RunOnVirtualThread
public class PageImageResource {

    private final GatewayClient gateway;
    private final Pictures pictures;
    private final Departure departure;

    PageImageResource(GatewayClient gateway, Pictures pictures, Departure departure) {
        this.gateway = gateway;
        this.pictures = pictures;
        this.departure = departure;
    }

    /** @param number of the page, 1-based, in the uploaded file */
    @GET
    public Response get(
            @RestPath String id,
            @RestPath int number,
            @RestQuery("width") @DefaultValue("1000") String asked,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch)
            throws IOException, InterruptedException {
        int width = width(asked);
        JobRecord job = gateway.job(id)
                .orElseThrow(() -> new ProblemException(ErrorCode.JOB_NOT_FOUND, "There is no such job."));
        if (number < 1 || number > job.filePages()) {
            throw new ProblemException(ErrorCode.NOT_FOUND, "There is no such page.");
        }
        String tag = "W/\"" + Pictures.name(job, number, width) + "\"";
        if (tag.equals(ifNoneMatch)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        BuiltFile.Lease picture = pictures.picture(job, number, width, departure);
        departure.atEnd(picture::close);
        // sent by the system: a slow reader holds no thread
        return Response.ok(picture.path().toFile())
                .header(HttpHeaders.CONTENT_TYPE, "image/png")
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static int width(String asked) {
        int width = asked.matches("[0-9]{1,9}") ? Integer.parseInt(asked) : 0;
        if (width < Widths.LEAST || width > Widths.GREATEST) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER,
                    "width is a number of pixels from %d to %d.".formatted(Widths.LEAST, Widths.GREATEST));
        }
        return width;
    }
}
