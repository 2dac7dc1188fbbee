package dev.pagewright.document.text;

import dev.pagewright.document.PageResult;

/** What stands in a document in the place of a page that could not be read. */
public final class Notes {

    private Notes() {}

    public static String unread(PageResult.Failed page) {
        String detail = CleanText.oneLine(page.detail());
        return "Page %d could not be read: %s (%s)"
                .formatted(
                        page.number(),
                        detail.isEmpty() ? page.code().sentence() : detail,
                        page.code().wireName());
    }
}
