package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import org.jspecify.annotations.Nullable;

/**
 * A part of an answer.
 *
 * @param says what is told to the user
 * @param citation where it stands
 * @param stated the one place that it repeats; none where it is computed, judged or put together
 */
record Evidence(String says, Citation citation, @Nullable Stated stated) {

    Evidence(String says, Citation citation) {
        this(says, citation, null);
    }
}
