package dev.pagewright.gateway.outcome;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Whose fault it is that an outcome is not stored. */
enum Fault {
    /** The outcome's own: it can never be stored. */
    UNFIT,
    /** Of the database or the way to it, which will do better later. */
    AWAY,
    /** The service's own: a bug. Whatever is not known to be one of the others is taken for one. */
    OURS;

    /** Looks at the causes too: the client wraps what is not a runtime exception. */
    static Fault of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnfitOutcomeException e -> {
                    return UNFIT;
                }
                case PgException answer -> {
                    return of(answer.getSqlState());
                }
                case SQLException answer -> { // as Hibernate wraps it
                    return of(answer.getSQLState());
                }
                case JacksonException e -> { // an IOException in no more than name
                    return OURS;
                }
                default -> {
                    if (ofTheConnection(cause)) {
                        return AWAY;
                    }
                }
            }
        }
        return OURS;
    }

    private static boolean ofTheConnection(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof VertxException // closed connections; a closing pool
                || cause instanceof TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException
                || cause instanceof io.vertx.core.impl.NoStackTraceThrowable; // a pool that has no connection to give
    }

    /** By SQLSTATE class; null where the client itself made up the failure. */
    private static Fault of(@Nullable String state) {
        return switch (state == null ? "" : state.substring(0, Math.min(2, state.length()))) {
            // data exception; integrity constraint violation
            case "22", "23" -> UNFIT;
            // connection; a server that only reads; authorization and catalog, while one is set up anew; rollback;
            // resources; a lock; an operator; the system; what the database calls a bug of its own
            case "", "08", "25", "28", "3D", "40", "53", "55", "57", "58", "XX" -> AWAY;
            default -> OURS;
        };
    }
}
