package dev.pagewright.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pagewright.gateway.http.ApiRoutes;
import dev.pagewright.gateway.http.OuterAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;

/** {@code GET /api/v1/openapi.json}, with the address that the service is called by outside; needs no token. */
@Path("/api/v1/openapi.json")
public class OpenApiResource {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final byte[] DOCUMENT = ApiRoutes.document();

    private final RoutingContext request;

    OpenApiResource(RoutingContext request) {
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] get() throws IOException {
        String server = OuterAddress.of(request).of("/");
        if (server.equals("/")) {
            return DOCUMENT.clone();
        }
        ObjectNode document = (ObjectNode) MAPPER.readTree(DOCUMENT);
        document.putArray("servers").addObject().put("url", server);
        return MAPPER.writeValueAsBytes(document);
    }
}
