package dev.pagewright.worker.assembly;

import dev.pagewright.document.Block;
import dev.pagewright.document.PageResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Settles what only the whole document shows: levels of headings, running headers and footers, page numbers, tables
 * that go on from the page before. Reads every page once for its features, which are small, then once more each page
 * that changes; so 2,000 pages take no more memory than one and their features. Running it again on its own result
 * changes nothing. Thread-safe.
 */
public final class DocumentPass {

    private DocumentPass() {}

    /**
     * @param pages all pages of a job; one that failed takes no part
     * @param changed gets the pages that are different now, in order
     */
    public static void run(PageSource pages, PageSink changed) throws IOException {
        List<PageFeatures> features = new ArrayList<>(pages.count());
        var sizes = new SizeHistogram();
        var running = new RunningText();
        for (int i = 0; i < pages.count(); i++) {
            if (pages.read(i) instanceof PageResult.Read read) {
                PageFeatures page = PageFeatures.of(read.page());
                PageFeatures.countSizes(read.page(), sizes);
                running.add(page);
                features.add(page);
            } else {
                features.add(PageFeatures.NONE);
            }
        }
        double body = sizes.body();
        HeadingLevels levels = HeadingLevels.of(
                features.stream().flatMap(page -> page.blocks().stream()
                        .filter(block -> running.kind(block, page, body) == null)),
                body);
        for (int i = 0; i < features.size(); i++) {
            PageChange change = change(features, i, running, levels, body);
            if (!change.empty() && pages.read(i) instanceof PageResult.Read read) {
                var after = change.apply(read.page());
                if (!after.equals(read.page())) {
                    changed.changed(after);
                }
            }
        }
    }

    private static PageChange change(
            List<PageFeatures> features, int index, RunningText running, HeadingLevels levels, double body) {
        var change = new PageChange();
        PageFeatures page = features.get(index);
        for (BlockFeature block : page.blocks()) {
            Block.PageFurniture.Kind kind = running.kind(block, page, body);
            if (kind != null) {
                change.furniture(block.block(), kind);
            } else if (block.heading() && levels.level(block) >= 0) {
                change.level(block.block(), levels.level(block));
            }
        }
        TableFeature first = page.first();
        TableFeature before = index == 0 ? null : features.get(index - 1).last();
        if (first != null && before != null && before.continuedBy(first)) {
            change.continued(first.table());
        }
        return change;
    }
}
