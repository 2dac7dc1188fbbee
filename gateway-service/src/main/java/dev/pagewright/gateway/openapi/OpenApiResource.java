package dev.pagewright.gateway.openapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /api/v1/openapi.json}; needs no token. */
@Path("/api/v1/openapi.json")
public class OpenApiResource {

    private static final byte[] DOCUMENT = ApiRoutes.document();

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] get() {
        return DOCUMENT.clone();
    }
}
