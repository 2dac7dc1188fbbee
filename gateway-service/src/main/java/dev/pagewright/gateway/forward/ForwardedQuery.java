package dev.pagewright.gateway.forward;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** A query string as it is passed on: without the token, encoded anew. */
final class ForwardedQuery {

    private ForwardedQuery() {}

    /** @return empty, or beginning with {@code ?} */
    static String of(MultivaluedMap<String, String> parameters) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.forEach((name, values) -> {
            if (!name.equals("api_token")) {
                values.forEach(value -> query.add(encoded(name) + "=" + encoded(value)));
            }
        });
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
