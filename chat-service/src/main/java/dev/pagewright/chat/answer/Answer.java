package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import java.util.List;
import java.util.Locale;

/**
 * What the assistant says.
 *
 * @param citations verified, best first; none where the document does not say
 * @param grounded whether the document says it
 */
public record Answer(String content, List<Citation> citations, By by, boolean grounded) {

    /** What made the answer. */
    public enum By {
        MODEL,
        EXTRACTIVE;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Answer {
        citations = List.copyOf(citations);
        if (grounded == citations.isEmpty()) {
            throw new IllegalArgumentException("an answer is grounded where it has citations, and only there");
        }
    }

    static Answer refusal(Speech speech, By by) {
        return new Answer(speech.refusal(), List.of(), by, false);
    }
}
