package dev.pagewright.chat.index;

import dev.pagewright.chat.retrieval.DocumentIndex;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A document that can be asked.
 *
 * @param revision of the result that was indexed
 * @param shown text of each page by its index, as the API shows it
 */
public record AskedDocument(String jobId, int revision, DocumentIndex index, Map<Integer, String> shown) {

    static AskedDocument of(String jobId, ReadDocument document) {
        Map<Integer, String> shown = new LinkedHashMap<>();
        Map<Integer, String> searched = new LinkedHashMap<>();
        for (ReadDocument.PageText page : document.pages()) {
            shown.put(page.index(), page.shown());
            searched.put(page.index(), page.shown() + "\n" + page.furniture());
        }
        return new AskedDocument(
                jobId,
                document.revision(),
                new DocumentIndex(document.passages(), searched, document.language()),
                shown);
    }
}
