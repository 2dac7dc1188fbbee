package dev.pagewright.chat.index;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The jobs that chat knows, in its schema. Thread-safe; calls block. */
@Singleton
class JobRepository {

    private static final int MAX_ATTEMPTS = 10;
    /** So that three processes may end at a job. */
    private static final int OF_A_DEATH = 4;

    private final DataSource database;
    private final Clock clock;

    JobRepository(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes a job that can be asked about; one that was deleted stays deleted, one that is known is read again. */
    void request(String jobId) throws SQLException {
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into job (id, requested_at)
                        select ?, ? where not exists (select 1 from deleted_job where id = ?)
                        on conflict (id) do update set state = 'pending', attempts = 0
                        """)) {
            insert.setString(1, jobId);
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setString(3, jobId);
            insert.executeUpdate();
        }
    }

    /** What is known of a job. */
    record State(boolean ready, @Nullable String accountId, int revision) {}

    /** @return empty where chat does not know the job */
    Optional<State> state(String jobId) throws SQLException {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("select state, account_id, revision from job where id = ?")) {
            select.setString(1, jobId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new State(row.getString(1).equals("ready"), row.getString(2), row.getInt(3)))
                        : Optional.empty();
            }
        }
    }

    /** Jobs that wait to be read, the oldest first; those that failed often are left for when they are asked about. */
    List<String> pending(int limit) throws SQLException {
        List<String> pending = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select id from job where state = 'pending' and attempts < ? order by attempts, requested_at limit ?
                        """)) {
            select.setInt(1, MAX_ATTEMPTS);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    pending.add(row.getString(1));
                }
            }
        }
        return pending;
    }

    /** Notes that a job could not be read this time. */
    void failed(String jobId) throws SQLException {
        count(jobId, 1);
    }

    /** Notes that a job is about to be read: counts as several failures, should the process end in it. */
    void begun(String jobId) throws SQLException {
        count(jobId, OF_A_DEATH);
    }

    /** Notes that the process has come through {@link #begun} a job. */
    void survived(String jobId) throws SQLException {
        count(jobId, -OF_A_DEATH);
    }

    private void count(String jobId, int attempts) throws SQLException {
        try (Connection connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update job set attempts = greatest(0, attempts + ?) where id = ?")) {
            update.setInt(1, attempts);
            update.setString(2, jobId);
            update.executeUpdate();
        }
    }

    /** Removes the job with its pages, passages and conversations, for good. */
    void purge(String jobId) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var note = connection.prepareStatement(
                            "insert into deleted_job (id, deleted_at) values (?, ?) on conflict do nothing");
                    var delete = connection.prepareStatement("delete from job where id = ?")) {
                note.setString(1, jobId);
                note.setTimestamp(2, Timestamp.from(clock.instant()));
                note.executeUpdate();
                delete.setString(1, jobId);
                delete.executeUpdate();
                connection.commit();
            } finally {
                connection.rollback(); // nothing after a commit
            }
        }
    }
}
