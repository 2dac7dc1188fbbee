package dev.pagewright.chat.conversation;

import dev.pagewright.chat.answer.Answer;
import dev.pagewright.chat.citation.Citation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a conversation.
 *
 * @param by what made an answer; null for a question
 * @param grounded whether the document says it; null for a question
 */
record Message(
        String id,
        Role role,
        String content,
        List<Citation> citations,
        Answer.@Nullable By by,
        @Nullable Boolean grounded,
        Instant createdAt) {

    enum Role {
        USER,
        ASSISTANT
    }

    Message {
        citations = List.copyOf(citations);
    }
}
