package dev.pagewright.gateway.http;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The two parameters of every list: {@code ?limit=} (1 to 100, default 20) and {@code ?cursor=}. */
public final class ListQuery {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 100;

    @QueryParam("limit")
    @Nullable String limit;

    @QueryParam("cursor")
    @Nullable String cursor;

    /** @throws ProblemException 400 {@code invalid_parameter} */
    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        int value = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
        if (value < 1 || value > MOST) {
            throw JsonBody.invalid("The parameter \"limit\" takes a number from 1 to %d.".formatted(MOST));
        }
        return value;
    }

    /**
     * The cursor of a list that is ordered by numbers.
     *
     * @return null for the first page
     */
    public @Nullable Long number() {
        if (cursor == null) {
            return null;
        }
        if (!cursor.matches("[1-9][0-9]{0,17}")) {
            throw unknown();
        }
        return Long.valueOf(cursor);
    }

    /**
     * The cursor of a list that goes on after the item of an id.
     *
     * @return null for the first page
     */
    public @Nullable String id() {
        if (cursor != null && !Ids.wellFormed(cursor)) {
            throw unknown();
        }
        return cursor;
    }

    private static ProblemException unknown() {
        return JsonBody.invalid("The parameter \"cursor\" takes the \"next\" of an earlier answer.");
    }
}
