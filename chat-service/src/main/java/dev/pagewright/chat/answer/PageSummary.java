package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.retrieval.DocumentIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What stands on a page: its headings, each with how what is under it begins, as far as the space goes. */
final class PageSummary {

    private static final int SPACE = 580;
    private static final int CITED = 8;
    private static final int LEAST = 24;

    private PageSummary() {}

    /** @param pages numbers within the file; a page that the document does not have tells nothing */
    static List<Evidence> of(DocumentIndex index, Set<Integer> pages) {
        List<Evidence> evidence = new ArrayList<>();
        for (int page : pages) {
            evidence.addAll(told(index.passages().stream()
                    .filter(passage -> passage.number() == page)
                    .toList()));
        }
        return evidence;
    }

    /** What the document is: how its first page begins. */
    static List<Evidence> beginning(DocumentIndex index) {
        if (index.passages().isEmpty()) {
            return List.of();
        }
        return of(index, Set.of(index.passages().getFirst().number()));
    }

    private static List<Evidence> told(List<Passage> page) {
        int each = Math.max(LEAST, SPACE / Math.max(1, page.size()) - 2);
        List<String> says = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        int space = SPACE;
        for (Passage passage : page) {
            String told = passage.kind() == Passage.Kind.HEADING ? passage.text() : cut(passage.text(), each);
            if (told.length() > space) {
                continue;
            }
            says.add(told);
            space -= told.length() + 2;
            if (evidence.size() < CITED) {
                evidence.add(new Evidence("", Citation.whole(passage, 1)));
            }
        }
        if (!evidence.isEmpty()) {
            Evidence first = evidence.getFirst();
            evidence.set(0, new Evidence(String.join("; ", says), first.citation()));
        }
        return evidence;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int blank = text.lastIndexOf(' ', length);
        return text.substring(0, blank > length / 2 ? blank : length) + "…";
    }
}
