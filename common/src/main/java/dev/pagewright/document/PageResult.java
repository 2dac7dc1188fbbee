package dev.pagewright.document;

import dev.pagewright.error.PageErrorCode;

/** What became of a page: it was read, or it could not be, which is a value and not an exception. */
public sealed interface PageResult {

    /** 0-based, within the job. */
    int index();

    /** 1-based, within the uploaded file. */
    int number();

    record Read(Page page) implements PageResult {
        @Override
        public int index() {
            return page.index();
        }

        @Override
        public int number() {
            return page.number();
        }
    }

    /** @param detail a sentence for the user; no internal names */
    record Failed(int index, int number, PageErrorCode code, String detail) implements PageResult {

        /** A page that was read, and of which what was stored is missing or damaged. */
        public static Failed damaged(int index, int number) {
            return new Failed(
                    index,
                    number,
                    PageErrorCode.PAGE_LOST,
                    "What was stored of this page is damaged or gone; retry the job to have it read again.");
        }
    }
}
