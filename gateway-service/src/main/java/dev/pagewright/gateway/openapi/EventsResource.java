package dev.pagewright.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagewright.event.published.AsyncApi;
import dev.pagewright.event.published.EventSchemas;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The public topics for those who read them: AsyncAPI 3, and the JSON Schemas of the data; need no token. */
@Path("/api/v1")
public class EventsResource {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final byte[] description;
    private final byte[] schemas;

    EventsResource(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.description = bytes(AsyncApi.document(version));
        this.schemas = bytes(EventSchemas.document());
    }

    @GET
    @Path("/asyncapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] description() {
        return description.clone();
    }

    @GET
    @Path("/events.schema.json")
    @Produces("application/schema+json")
    public byte[] schemas() {
        return schemas.clone();
    }

    private static byte[] bytes(JsonNode document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
