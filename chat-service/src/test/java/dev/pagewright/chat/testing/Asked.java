package dev.pagewright.chat.testing;

import dev.pagewright.chat.index.PageTexts;
import dev.pagewright.chat.passage.PassageMaker;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.document.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A document that a test asks, without a service around it. */
public record Asked(DocumentIndex index, Map<Integer, String> shown) {

    public static Asked of(String language, List<Page> pages) {
        var maker = new PassageMaker(Locale.forLanguageTag(language));
        Map<Integer, String> shown = new LinkedHashMap<>();
        for (Page page : pages) {
            maker.add(page);
            shown.put(page.index(), PageTexts.shown(page));
        }
        return new Asked(new DocumentIndex(maker.passages(), shown, language), shown);
    }
}
