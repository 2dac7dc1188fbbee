package dev.pagewright.benchmarks.chat;

import dev.pagewright.chat.index.PageTexts;
import dev.pagewright.chat.language.LanguageDetector;
import dev.pagewright.chat.passage.PassageMaker;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLineCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A document as chat has it.
 *
 * @param shown text of each page by its index, as the API shows it
 */
record CorpusDocument(String id, DocumentIndex index, Map<Integer, String> shown) {

    /** @param pages a line a page, as the gateway's inner API tells them */
    static CorpusDocument read(String id, Path pages) throws IOException {
        List<Page> read = new ArrayList<>();
        try (var lines = PageLineCodec.readAll(Files.newInputStream(pages))) {
            while (lines.hasNext()) {
                if (lines.next() instanceof PageResult.Read one) {
                    read.add(one.page());
                }
            }
        }
        String text = read.stream().map(PageTexts::shown).collect(Collectors.joining("\n"));
        return of(id, read, LanguageDetector.of(text, "en"));
    }

    static CorpusDocument of(String id, List<Page> read, String language) {
        Map<Integer, String> shown = new LinkedHashMap<>();
        var maker = new PassageMaker(Locale.forLanguageTag(language));
        Map<Integer, String> searched = new LinkedHashMap<>();
        for (Page page : read) {
            maker.add(page);
            shown.put(page.index(), PageTexts.shown(page));
            searched.put(page.index(), shown.get(page.index()) + "\n" + PageTexts.furniture(page));
        }
        return new CorpusDocument(id, new DocumentIndex(maker.passages(), searched, language), shown);
    }
}
