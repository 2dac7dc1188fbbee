package dev.pagewright.chat.index;

import dev.pagewright.chat.passage.Passage;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Passages and page texts of read jobs, in chat's schema. Thread-safe; calls block. */
@Singleton
class PassageRepository {

    private static final int BATCH = 500;

    private final DataSource database;
    private final Clock clock;

    PassageRepository(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Replaces what is known of the job; does nothing where it was deleted meanwhile. */
    void store(String jobId, ReadDocument document) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (mark(connection, jobId, document)) {
                    for (String table : List.of("passage_vector", "passage", "page")) {
                        try (var delete = connection.prepareStatement("delete from " + table + " where job_id = ?")) {
                            delete.setString(1, jobId);
                            delete.executeUpdate();
                        }
                    }
                    pages(connection, jobId, document.pages());
                    passages(connection, jobId, document.passages());
                }
                connection.commit();
            } finally {
                connection.rollback(); // nothing after a commit
            }
        }
    }

    /** Takes the job's row, so that a deletion waits, and two replicas do not store at once. */
    private boolean mark(Connection connection, String jobId, ReadDocument document) throws SQLException {
        try (var update = connection.prepareStatement("""
                update job set account_id = ?, state = 'ready', revision = ?, language = ?, indexed_at = ? where id = ?
                """)) {
            update.setString(1, document.accountId());
            update.setInt(2, document.revision());
            update.setString(3, document.language());
            update.setTimestamp(4, Timestamp.from(clock.instant()));
            update.setString(5, jobId);
            return update.executeUpdate() == 1;
        }
    }

    private static void pages(Connection connection, String jobId, List<ReadDocument.PageText> pages)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into page (job_id, index_, number, text, furniture) values (?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (ReadDocument.PageText page : pages) {
                insert.setString(1, jobId);
                insert.setInt(2, page.index());
                insert.setInt(3, page.number());
                insert.setString(4, storable(page.shown()));
                insert.setString(5, storable(page.furniture()));
                waiting = batched(insert, waiting);
            }
            insert.executeBatch();
        }
    }

    private static void passages(Connection connection, String jobId, List<Passage> passages) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into passage (job_id, ordinal, page, number, block, kind, context, text, places)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            int waiting = 0;
            for (Passage passage : passages) {
                insert.setString(1, jobId);
                insert.setInt(2, passage.ordinal());
                insert.setInt(3, passage.page());
                insert.setInt(4, passage.number());
                insert.setInt(5, passage.block());
                insert.setString(6, passage.kind().name());
                insert.setString(7, storable(passage.context()));
                insert.setString(8, storable(passage.text()));
                insert.setString(9, storable(PassageCodec.write(passage.lines(), passage.row())));
                waiting = batched(insert, waiting);
            }
            insert.executeBatch();
        }
    }

    private static int batched(PreparedStatement insert, int waiting) throws SQLException {
        insert.addBatch();
        if (waiting + 1 < BATCH) {
            return waiting + 1;
        }
        insert.executeBatch();
        return 0;
    }

    /** PostgreSQL's text knows no NUL. */
    private static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', ' ');
    }

    /** What is known of a job that was read; empty where it was not yet, or is no more. */
    Optional<ReadDocument> load(String jobId) throws SQLException {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select account_id, revision, language from job where id = ? and indexed_at is not null")) {
            select.setString(1, jobId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ReadDocument(
                                row.getString(1),
                                row.getInt(2),
                                row.getString(3),
                                passages(connection, jobId),
                                pages(connection, jobId)))
                        : Optional.empty();
            }
        }
    }

    private static List<Passage> passages(Connection connection, String jobId) throws SQLException {
        List<Passage> passages = new ArrayList<>();
        try (var select = connection.prepareStatement("""
                select ordinal, page, number, block, kind, context, text, places
                from passage where job_id = ? order by ordinal
                """)) {
            select.setString(1, jobId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    PassageCodec.Places places = PassageCodec.read(row.getString(8));
                    passages.add(new Passage(
                            row.getInt(1),
                            row.getInt(2),
                            row.getInt(3),
                            row.getInt(4),
                            Passage.Kind.valueOf(row.getString(5)),
                            row.getString(6),
                            row.getString(7),
                            places.lines(),
                            places.row()));
                }
            }
        }
        return passages;
    }

    private static List<ReadDocument.PageText> pages(Connection connection, String jobId) throws SQLException {
        List<ReadDocument.PageText> pages = new ArrayList<>();
        try (var select = connection.prepareStatement(
                "select index_, number, text, furniture from page where job_id = ? order by index_")) {
            select.setString(1, jobId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    pages.add(new ReadDocument.PageText(
                            row.getInt(1), row.getInt(2), row.getString(3), row.getString(4)));
                }
            }
        }
        return pages;
    }
}
