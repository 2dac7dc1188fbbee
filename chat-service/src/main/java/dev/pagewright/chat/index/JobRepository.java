package dev.pagewright.chat.index;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import javax.sql.DataSource;

/** The jobs that chat knows, in its schema. Thread-safe; calls block. */
@Singleton
class JobRepository {

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
