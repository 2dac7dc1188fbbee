package dev.pagewright.chat.conversation;

import dev.pagewright.chat.answer.Answer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** Conversations in chat's schema: one a job and account. Thread-safe; calls block. */
@Singleton
class ConversationRepository {

    private final DataSource database;
    private final IdGenerator ids;

    ConversationRepository(DataSource database, IdGenerator ids) {
        this.database = database;
        this.ids = ids;
    }

    /** @return empty where nothing was asked yet */
    Optional<String> find(String jobId, String accountId) throws SQLException {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select id from conversation where job_id = ? and account_id = ?")) {
            select.setString(1, jobId);
            select.setString(2, accountId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /**
     * The conversation, begun where there is none.
     *
     * @return empty where the job is deleted
     */
    Optional<String> open(String jobId, String accountId, java.time.Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into conversation (id, job_id, account_id, created_at)
                        select ?, id, ?, ? from job where id = ? on conflict (job_id, account_id) do nothing
                        """)) {
            insert.setString(1, ids.next());
            insert.setString(2, accountId);
            insert.setTimestamp(3, Timestamp.from(now));
            insert.setString(4, jobId);
            insert.executeUpdate();
        }
        return find(jobId, accountId);
    }

    /**
     * Stores a question.
     *
     * @return its turn, to which the answer belongs
     */
    long ask(String conversation, Message question) throws SQLException {
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into message (id, conversation_id, role, content, created_at)
                        values (?, ?, 'user', ?, ?) returning sequence
                        """)) {
            insert.setString(1, question.id());
            insert.setString(2, conversation);
            insert.setString(3, question.content());
            insert.setTimestamp(4, Timestamp.from(question.createdAt()));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Stores the answer of a turn; nothing where the job was deleted meanwhile. */
    void answer(String conversation, long turn, Message answer) throws SQLException {
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into message (id, conversation_id, turn, role, content, citations, answered_by, grounded, created_at)
                        select ?, id, ?, 'assistant', ?, ?, ?, ?, ? from conversation where id = ?
                        """)) {
            insert.setString(1, answer.id());
            insert.setLong(2, turn);
            insert.setString(3, answer.content());
            insert.setString(4, MessageJson.citations(answer.citations()).toString());
            insert.setString(5, answer.by() == null ? null : answer.by().wireName());
            insert.setObject(6, answer.grounded(), Types.BOOLEAN);
            insert.setTimestamp(7, Timestamp.from(answer.createdAt()));
            insert.setString(8, conversation);
            insert.executeUpdate();
        }
    }

    /** Oldest first; every answer behind its question. */
    List<Message> messages(String conversation) throws SQLException {
        return select(conversation, "", Integer.MAX_VALUE);
    }

    /** The last questions before a turn, oldest first. */
    List<Message> before(String conversation, long turn, int limit) throws SQLException {
        List<Message> questions =
                new ArrayList<>(select(conversation, "and role = 'user' and sequence < " + turn, limit));
        Collections.reverse(questions);
        return questions;
    }

    private List<Message> select(String conversation, String condition, int limit) throws SQLException {
        String order = condition.isEmpty() ? "" : " desc";
        List<Message> messages = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select id, role, content, citations, answered_by, grounded, created_at
                        from message where conversation_id = ? %s order by coalesce(turn, sequence)%s, sequence%s limit ?
                        """.formatted(condition, order, order))) {
            select.setString(1, conversation);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    messages.add(message(row));
                }
            }
        }
        return messages;
    }

    private static Message message(ResultSet row) throws SQLException {
        String by = row.getString(5);
        boolean grounded = row.getBoolean(6);
        return new Message(
                row.getString(1),
                Message.Role.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3),
                MessageJson.citations(row.getString(4)),
                by == null ? null : Answer.By.valueOf(by.toUpperCase(Locale.ROOT)),
                by == null ? null : grounded,
                row.getTimestamp(7).toInstant());
    }
}
