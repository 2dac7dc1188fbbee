package dev.pagewright.chat.index;

import dev.pagewright.chat.passage.Passage;
import java.util.List;

/**
 * A job's result as chat keeps it.
 *
 * @param revision of the result
 * @param language ISO 639 code
 */
record ReadDocument(String accountId, int revision, String language, List<Passage> passages, List<PageText> pages) {

    /**
     * @param index 0-based, within the job
     * @param number 1-based, within the file
     * @param shown what a snippet is verbatim of
     * @param furniture running headers and footers
     */
    record PageText(int index, int number, String shown, String furniture) {}
}
