package dev.pagewright.gateway.openapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** {@code GET /api/v1/job.schema.json}: the JSON Schema that every job and {@code json} download keeps; needs no token. */
@Path("/api/v1/job.schema.json")
public class JobSchemaResource {

    private static final byte[] SCHEMA = schema();

    @GET
    @Produces("application/schema+json")
    public byte[] get() {
        return SCHEMA.clone();
    }

    private static byte[] schema() {
        try (InputStream resource = Objects.requireNonNull(
                JobSchemaResource.class.getResourceAsStream("/schema/job.schema.json"), "job.schema.json")) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
