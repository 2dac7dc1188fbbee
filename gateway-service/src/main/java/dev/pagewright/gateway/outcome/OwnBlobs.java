package dev.pagewright.gateway.outcome;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.event.PageOutcome;

/**
 * Holds an outcome to the one place where a worker puts the documents of its task: a key of another job, or of another
 * account, would show its text to whoever asked for this one.
 */
final class OwnBlobs {

    private OwnBlobs() {}

    /**
     * @param account of the outcome's job
     * @throws UnfitOutcomeException where the outcome names any other blob
     */
    static void require(String account, PageOutcome outcome) {
        String job = outcome.jobId();
        switch (outcome) {
            case PageOutcome.Started ignored -> {}
            case PageOutcome.Failed ignored -> {}
            case PageOutcome.Read read ->
                same(BlobKeys.page(account, job, read.pageIndex(), read.attempt()), read.documentKey());
            case PageOutcome.Assembled pass ->
                pass.changedPages()
                        .forEach((index, key) ->
                                same(BlobKeys.assembledPage(account, job, index, pass.revision()), key));
            case PageOutcome.Translated pass ->
                pass.documents()
                        .forEach((index, key) ->
                                same(BlobKeys.translatedPage(account, job, index, pass.revision()), key));
        }
    }

    private static void same(String own, String named) {
        if (!own.equals(named)) {
            throw new UnfitOutcomeException("an outcome names a blob that is not its page's");
        }
    }
}
