package dev.pagewright.gateway.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/** The account behind the request that is being served. */
@RequestScoped
public class CurrentCaller {

    private final Access access;
    private final RoutingContext request;

    CurrentCaller(Access access, RoutingContext request) {
        this.access = access;
        this.request = request;
    }

    /**
     * @param scopes one of which is enough
     * @throws dev.pagewright.gateway.http.ProblemException 401, 403
     */
    public Caller require(Scope... scopes) {
        return access.require(request.request(), scopes);
    }
}
