package dev.pagewright.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the service is called from outside, as the proxy before it tells in {@code Forwarded} (RFC 7239) or
 * {@code X-Forwarded-*}. What is not well-formed is as if it had not been sent.
 *
 * @param origin scheme and host, empty where they are not told: addresses are then relative to the host
 * @param prefix path below which the service lies, without a slash at its end; may be empty
 */
public record OuterAddress(String origin, String prefix) {

    private static final String KEY = "pagewright.outer-address";
    private static final OuterAddress SAME = new OuterAddress("", "");
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+){1,16}");

    /** The address of a service's path as a client is to call it. */
    public String of(String path) {
        return origin + prefix + path;
    }

    /** What the request's proxy told, where the operator trusts it. */
    public static OuterAddress of(RoutingContext request) {
        return request.get(KEY) instanceof OuterAddress address ? address : SAME;
    }

    static String prefix(@Nullable RoutingContext request) {
        return request == null ? "" : of(request).prefix();
    }

    /** To be called where the operator says that a proxy sets the fields. */
    static void note(RoutingContext context) {
        HttpServerRequest request = context.request();
        String forwarded = first(request, "Forwarded");
        String host =
                Optional.ofNullable(element(forwarded, "host")).orElseGet(() -> first(request, "X-Forwarded-Host"));
        String scheme = Optional.ofNullable(element(forwarded, "proto"))
                .orElseGet(() -> first(request, "X-Forwarded-Proto"))
                .toLowerCase(Locale.ROOT);
        String prefix = first(request, "X-Forwarded-Prefix").replaceAll("/+$", "");
        boolean told = HOST.matcher(host).matches() && (scheme.equals("https") || scheme.equals("http"));
        context.put(
                KEY,
                new OuterAddress(
                        told ? scheme + "://" + host : "",
                        PREFIX.matcher(prefix).matches() ? prefix : ""));
    }

    /** Of several, that of the proxy which stands farthest out. */
    private static String first(HttpServerRequest request, String name) {
        String field = request.getHeader(name);
        return field == null ? "" : field.split(",", 2)[0].strip();
    }

    private static @Nullable String element(String forwarded, String name) {
        for (String pair : forwarded.split(";", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && parts[0].strip().equalsIgnoreCase(name)) {
                return parts[1].strip().replaceAll("^\"|\"$", "");
            }
        }
        return null;
    }
}
