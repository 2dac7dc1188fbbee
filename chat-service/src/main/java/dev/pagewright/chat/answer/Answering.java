package dev.pagewright.chat.answer;

import dev.pagewright.chat.retrieval.DocumentIndex;
import java.util.List;
import java.util.Map;

/** What answers a question about a document. */
public interface Answering {

    /**
     * @param index of the document
     * @param shown text of each page by its index: what citations are checked against
     * @param message of the user
     * @param before the user's last messages, oldest first
     * @param tokens takes pieces of the answer as they are made, each checked; the whole may still be another
     */
    Answer answer(
            DocumentIndex index, Map<Integer, String> shown, String message, List<String> before, TokenSink tokens);

    /** Takes pieces of an answer. */
    @FunctionalInterface
    interface TokenSink {

        TokenSink NONE = text -> {};

        void accept(String text);
    }
}
