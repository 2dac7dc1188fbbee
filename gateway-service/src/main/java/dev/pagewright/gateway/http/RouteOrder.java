package dev.pagewright.gateway.http;

/**
 * Where the service's own routes stand: behind Quarkus's handler of other origins (300, as a priority), which answers
 * preflights and lets an origin read what the others answer; before everything that serves resources.
 */
public final class RouteOrder {

    static final int AFTER_CORS = -280;

    public static final int OWN = -270;

    private RouteOrder() {}
}
