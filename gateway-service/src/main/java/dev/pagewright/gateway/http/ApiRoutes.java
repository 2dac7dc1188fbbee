package dev.pagewright.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The addresses of the API and the methods that they take, as {@code openapi.json} tells them. Thread-safe. */
public final class ApiRoutes {

    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");
    private static final List<Route> ROUTES = read();

    private record Route(Pattern path, Set<String> methods) {}

    private ApiRoutes() {}

    /**
     * Methods of an address, for the {@code Allow} field.
     *
     * @param path as requested, with or without the trailing slash
     * @return in alphabetical order; empty where there is no such address
     */
    public static Set<String> methods(String path) {
        return ROUTES.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::methods)
                .findFirst()
                .orElse(Set.of());
    }

    /** The document as it is served. */
    public static byte[] document() {
        try (InputStream resource =
                Objects.requireNonNull(ApiRoutes.class.getResourceAsStream("/openapi.json"), "openapi.json")) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Route> read() {
        try {
            JsonNode paths = new ObjectMapper().readTree(document()).path("paths");
            List<Route> routes = new ArrayList<>();
            for (var path : paths.properties()) {
                routes.add(new Route(pattern(path.getKey()), methods(path.getValue())));
            }
            return List.copyOf(routes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(String template) {
        StringBuilder pattern = new StringBuilder();
        for (String segment : template.split("/", -1)) {
            if (!segment.isEmpty()) {
                pattern.append('/').append(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment));
            }
        }
        return Pattern.compile(pattern.append("/?").toString());
    }

    private static Set<String> methods(JsonNode operations) {
        Set<String> methods = new TreeSet<>();
        for (var operation : operations.properties()) {
            if (METHODS.contains(operation.getKey())) {
                methods.add(operation.getKey().toUpperCase(Locale.ROOT));
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }
}
