package dev.pagewright.chat.model;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which model answers, never where it is. */
@Path("/inner/v1/model")
public class ModelResource {

    private final ModelSettings settings;

    ModelResource(ModelSettings settings) {
        this.settings = settings;
    }

    @GET
    public Map<String, @Nullable Object> model() {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("configured", settings.url().isPresent());
        model.put("name", settings.url().isPresent() ? settings.name() : null);
        return model;
    }
}
