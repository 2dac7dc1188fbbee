package dev.pagewright.export.download;

import dev.pagewright.export.image.Pictures;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** {@code DELETE} of a job: what is built of it stops, and what is kept of it here goes. */
@Path("/inner/v1/jobs/{id:[0-9a-f]{32}}")
public class PurgeResource {

    private final Downloads downloads;
    private final Pictures pictures;

    PurgeResource(Downloads downloads, Pictures pictures) {
        this.downloads = downloads;
        this.pictures = pictures;
    }

    @DELETE
    public void purge(@RestPath String id) {
        downloads.purge(id);
        pictures.purge(id);
    }
}
