package dev.pagewright.chat.citation;

import dev.pagewright.chat.passage.Folded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets through what stands on its page, to the letter; only white space may differ. Not thread-safe. */
public final class CitationVerifier {

    private final Map<Integer, String> pages = new HashMap<>();

    /** @param pages text of each page by its index, as the API shows it */
    public CitationVerifier(Map<Integer, String> pages) {
        pages.forEach((index, text) -> this.pages.put(index, Folded.of(text)));
    }

    /** Whether the snippet is verbatim text of the page, and more than white space. */
    public boolean verbatim(int pageIndex, String snippet) {
        String folded = Folded.of(snippet);
        String page = pages.get(pageIndex);
        return page != null && !folded.isEmpty() && page.contains(folded);
    }

    /** The citations that are verbatim, in their order. */
    public List<Citation> verified(List<Citation> citations) {
        return citations.stream()
                .filter(citation -> verbatim(citation.pageIndex(), citation.snippet()))
                .toList();
    }
}
