package dev.pagewright.worker.queue;

import dev.pagewright.document.Engine;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.stored.PageLimits;
import dev.pagewright.document.testing.LargePages;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.worker.page.ReaderCapabilities;
import dev.pagewright.worker.page.ReadingCancelledException;
import dev.pagewright.worker.reading.PageReader;
import dev.pagewright.worker.reading.PageRequest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Reads by page number: what a page does to a reader is told by {@link Trouble}. */
final class FakeReader implements PageReader {

    enum Trouble {
        /** Reads "Page N". */
        NONE,
        /** Is damaged. */
        CORRUPT,
        /** Reads more words than a page may have. */
        ENDLESS,
        /** Takes long and asks its deadline. */
        SLOW,
        /** Takes long and asks nobody, like native code. */
        STUCK,
        /** Throws. */
        FAULT
    }

    private final Trouble trouble;
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch cancelled = new CountDownLatch(1);
    final Semaphore mayGoOn = new Semaphore(0);

    FakeReader(Trouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public PageResult read(PageRequest request) {
        begun.countDown();
        switch (trouble) {
            case NONE -> {}
            case CORRUPT -> {
                return new PageResult.Failed(
                        request.index(), request.number(), PageErrorCode.PAGE_CORRUPT, "It is damaged.");
            }
            case ENDLESS -> {
                return new PageResult.Read(LargePages.words(request.index(), PageLimits.WORDS + 1));
            }
            case SLOW -> {
                while (!await(10)) {
                    if (request.deadline().cancelled()) {
                        cancelled.countDown();
                        throw new ReadingCancelledException();
                    }
                }
            }
            case STUCK -> await(60_000);
            case FAULT -> throw new IllegalStateException("a fault of the worker");
        }
        return new PageResult.Read(new PageBuilder(request.index())
                .language("en")
                .paragraph("Page " + request.number())
                .build());
    }

    private boolean await(long milliseconds) {
        try {
            return mayGoOn.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public ReaderCapabilities capabilities() {
        return new ReaderCapabilities(List.of("en"), Set.of(Engine.TESSERACT), List.of(), null);
    }

    @Override
    public void close() {}
}
