package dev.pagewright.gateway.capabilities;

import dev.pagewright.gateway.access.CurrentCaller;
import dev.pagewright.gateway.access.Scope;
import dev.pagewright.gateway.submission.ToolCatalogue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The presets that {@code tool} takes (C13). */
@Path("/api/v1/tools")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ToolResource {

    /** All of them: presets are few. */
    public record Tools(List<ToolView> items) {
        public Tools {
            items = List.copyOf(items);
        }
    }

    private final CurrentCaller current;
    private final ToolCatalogue tools;

    ToolResource(CurrentCaller current, ToolCatalogue tools) {
        this.current = current;
        this.tools = tools;
    }

    @GET
    public Tools list() {
        current.require(Scope.READ);
        return new Tools(
                tools.all().stream().map(tool -> ToolView.of(tool, tools)).toList());
    }
}
