package dev.pagewright.worker.queue;

import dev.pagewright.blob.BlobStore;
import dev.pagewright.security.SecretSealer;
import dev.pagewright.worker.queue.originals.Originals;
import dev.pagewright.worker.queue.quarantine.Quarantine;
import dev.pagewright.worker.reading.PageReader;
import dev.pagewright.worker.translation.JobTranslation;

/** What a worker works with; whoever made them closes them. */
public record WorkerParts(
        PageReader reader,
        Quarantine quarantine,
        Originals originals,
        BlobStore blobs,
        SecretSealer sealer,
        JobTranslation translation,
        OutcomeSender outcomes,
        QueueMeters meters) {}
