package dev.pagewright.chat.conversation;

import dev.pagewright.chat.answer.Answer;
import dev.pagewright.chat.answer.Answering;
import dev.pagewright.chat.index.AskedDocument;
import dev.pagewright.chat.index.Documents;
import dev.pagewright.chat.inner.ProblemException;
import dev.pagewright.error.ErrorCode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Asks and remembers: question and answer are stored before the answer is sent. Thread-safe; calls block. */
@Singleton
class Chat {

    private static final int REMEMBERED = 4;

    private final Documents documents;
    private final ConversationRepository conversations;
    private final Answering answering;
    private final IdGenerator ids;
    private final Clock clock;

    Chat(Documents documents, ConversationRepository conversations, Answering answering, IdGenerator ids, Clock clock) {
        this.documents = documents;
        this.conversations = conversations;
        this.answering = answering;
        this.ids = ids;
        this.clock = clock;
    }

    /** A question that is stored and can be answered. */
    record Asked(AskedDocument document, String conversation, long turn, String message) {}

    /** An answer that is stored. */
    record Answered(String conversation, Message message) {}

    /** @throws ProblemException where the question cannot be taken */
    Asked ask(String jobId, String accountId, String message) throws IOException, SQLException {
        AskedDocument document = documents.of(jobId, accountId);
        String conversation =
                conversations.open(jobId, accountId, clock.instant()).orElseThrow(Chat::unknown);
        long turn = conversations.ask(
                conversation,
                new Message(ids.next(), Message.Role.USER, message, List.of(), null, null, clock.instant()));
        return new Asked(document, conversation, turn, message);
    }

    Answered answer(Asked asked, Answering.TokenSink tokens) throws SQLException {
        List<String> before = conversations.before(asked.conversation(), asked.turn(), REMEMBERED).stream()
                .map(Message::content)
                .toList();
        Answer answer =
                answering.answer(asked.document().index(), asked.document().shown(), asked.message(), before, tokens);
        var message = new Message(
                ids.next(),
                Message.Role.ASSISTANT,
                answer.content(),
                answer.citations(),
                answer.by(),
                answer.grounded(),
                clock.instant());
        conversations.answer(asked.conversation(), asked.turn(), message);
        return new Answered(asked.conversation(), message);
    }

    /** A conversation, oldest message first. */
    record History(String conversation, List<Message> messages) {}

    /** The account's conversation about the job; begun where nothing was asked, so that its id stays. */
    History history(String jobId, String accountId) throws IOException, SQLException {
        documents.require(jobId, accountId);
        String conversation =
                conversations.open(jobId, accountId, clock.instant()).orElseThrow(Chat::unknown);
        return new History(conversation, conversations.messages(conversation));
    }

    /** Removes everything of the job, for good. */
    void purge(String jobId) throws SQLException {
        documents.purge(jobId);
    }

    private static ProblemException unknown() {
        return new ProblemException(404, ErrorCode.JOB_NOT_FOUND, "There is no such job.");
    }
}
