package dev.pagewright.gateway.store;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Optional;

/** The five characters by which PostgreSQL tells what went wrong, whichever client asked. */
public final class SqlState {

    private SqlState() {}

    /** Looks at the causes too. @return empty where the database did not say */
    public static Optional<String> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state =
                    switch (cause) {
                        case PgException answer -> answer.getSqlState();
                        case SQLException answer -> answer.getSQLState(); // as Hibernate wraps it
                        default -> null;
                    };
            if (state != null) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
