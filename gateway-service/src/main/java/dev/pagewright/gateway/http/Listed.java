package dev.pagewright.gateway.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param next the cursor of the following page, null on the last
 */
public record Listed<T>(List<T> items, @Nullable String next) {

    public Listed {
        items = List.copyOf(items);
    }

    /**
     * @param found up to one more than the limit: that one tells that there is a following page
     * @param cursor of an item
     */
    public static <T> Listed<T> of(List<T> found, int limit, Function<T, String> cursor) {
        return found.size() <= limit
                ? new Listed<>(found, null)
                : new Listed<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
    }
}
