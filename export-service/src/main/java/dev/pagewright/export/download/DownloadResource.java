package dev.pagewright.export.download;

import dev.pagewright.export.build.BuiltFile;
import dev.pagewright.export.inner.Departure;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET} and {@code HEAD} of downloads. */
@Path("/inner/v1/jobs/{id:[0-9a-f]{32}}/download")
@RunOnVirtualThread
public class DownloadResource {

    private final Downloads downloads;
    private final Departure departure;

    DownloadResource(Downloads downloads, Departure departure) {
        this.downloads = downloads;
        this.departure = departure;
    }

    @GET
    public Response get(
            @RestPath String id,
            @RestQuery @Nullable String format,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        Downloads.Request request = downloads.request(id, format, options(uri));
        if (request.key().matches(ifNoneMatch)) {
            return described(Response.notModified(), request).build();
        }
        BuiltFile.Lease file = downloads.file(request, departure);
        departure.atEnd(file::close);
        // sent by the system: a slow reader holds no thread
        return described(Response.ok(file.path().toFile()), request).build();
    }

    /** What a GET would say of itself; nothing is built for it. */
    @HEAD
    public Response head(
            @RestPath String id,
            @RestQuery @Nullable String format,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context UriInfo uri)
            throws IOException {
        Downloads.Request request = downloads.request(id, format, options(uri));
        boolean known = request.key().matches(ifNoneMatch);
        return described(known ? Response.notModified() : Response.ok(), request)
                .build();
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder response, Downloads.Request request) {
        var format = request.exporter().format();
        return response.header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.disposition(request.job().fileName(), format.extension()))
                .header(HttpHeaders.ETAG, request.key().entityTag())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff");
    }

    /** The query without what is no option of a format: its name, and the token that some clients send in it. */
    private static Map<String, List<String>> options(UriInfo uri) {
        Map<String, List<String>> query = new HashMap<>(uri.getQueryParameters());
        query.remove("format");
        query.remove("api_token");
        return query;
    }
}
