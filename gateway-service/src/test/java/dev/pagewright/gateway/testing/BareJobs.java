package dev.pagewright.gateway.testing;

import dev.pagewright.gateway.queue.Lane;
import dev.pagewright.gateway.queue.NewJob;
import java.util.UUID;
import java.util.stream.IntStream;

/** Jobs as a submission makes them of a PDF of which nothing is special. Their uploads are not there. */
public final class BareJobs {

    private BareJobs() {}

    /** @param pages all of the file's */
    public static NewJob of(String account, int pages) {
        return new NewJob(
                UUID.randomUUID().toString().replace("-", ""),
                account,
                "a.pdf",
                "%064x".formatted(1),
                "accounts/" + account + "/originals/bare",
                "application/pdf",
                100,
                pages,
                IntStream.rangeClosed(1, pages).boxed().toList(),
                "cpu",
                "auto",
                "auto",
                null,
                null,
                null,
                null,
                null,
                null,
                Lane.EXPRESS,
                0,
                0,
                null);
    }
}
