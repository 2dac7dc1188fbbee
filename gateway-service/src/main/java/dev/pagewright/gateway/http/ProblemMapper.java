package dev.pagewright.gateway.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Problems out of resources. */
class ProblemMapper {

    private final CurrentVertxRequest current;

    ProblemMapper(CurrentVertxRequest current) {
        this.current = current;
    }

    @ServerExceptionMapper({Throwable.class, WebApplicationException.class, ProblemException.class})
    Response map(Throwable failure) {
        RoutingContext request = current.getCurrent();
        Problem problem = Problems.of(failure);
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.json(OuterAddress.prefix(request)));
        problem.headers().forEach(response::header);
        if (problem.status() == 405) {
            Set<String> allowed = ApiRoutes.methods(request.normalizedPath());
            response.header(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
        return response.build();
    }
}
