package dev.pagewright.gateway.retention;

import dev.pagewright.blob.BlobStore;
import dev.pagewright.gateway.background.BackgroundLoop;
import dev.pagewright.gateway.store.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Removes blobs that belong to nothing: what a gateway that died left between the blob store and its transaction. An
 * upload that is under way looks the same for a moment, so a blob goes only when it was found so twice, a sweep apart.
 */
@ApplicationScoped
class OrphanBlobs {

    private static final Logger LOG = Logger.getLogger(OrphanBlobs.class);

    private final Database database;
    private final BlobStore blobs;
    private final BackgroundLoop loop;
    private Set<String> suspects = Set.of();
    private boolean first = true;

    OrphanBlobs(Database database, BlobStore blobs, RetentionSettings settings) {
        this.database = database;
        this.blobs = blobs;
        this.loop = new BackgroundLoop("orphans", settings.orphans(), this::sweepLater);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** A start is a busy moment. */
    private boolean sweepLater() {
        boolean busy = first;
        first = false;
        if (!busy) {
            sweep();
        }
        return false;
    }

    /** What cannot be looked at or removed is left for the next sweep, and keeps no other. */
    void sweep() {
        Set<String> orphans = new HashSet<>();
        int failed = 0;
        for (String account : accounts()) {
            try {
                orphans.addAll(originals(account));
                orphans.addAll(jobs(account));
            } catch (RuntimeException e) {
                LOG.warnf(e, "the blobs of account %s cannot be looked through", account);
                failed++;
            }
            loop.turned();
        }
        int removed = 0;
        for (String orphan : orphans) {
            if (suspects.contains(orphan)) {
                boolean gone = removed(orphan);
                removed += gone ? 1 : 0;
                failed += gone ? 0 : 1;
                loop.turned();
            }
        }
        suspects = orphans;
        if (removed > 0) {
            LOG.infof("%d blobs belonged to nothing and are removed", removed);
        }
        if (failed > 0) {
            throw new IllegalStateException("%d things stayed in the way of a sweep".formatted(failed));
        }
    }

    private List<String> accounts() {
        return database.withoutTransaction(sql -> sql.rows("select id from account").stream()
                .map(row -> row.getString("id"))
                .toList());
    }

    private Set<String> originals(String account) {
        Set<String> found = new HashSet<>(list("accounts/" + account + "/originals"));
        database.withoutTransaction(sql -> sql.rows("select blob_key from original where account_id = $1", account))
                .forEach(row -> found.remove(row.getString("blob_key")));
        return found;
    }

    /** The trees of jobs that are neither there nor about to be purged. */
    private Set<String> jobs(String account) {
        String prefix = "accounts/" + account + "/jobs";
        Set<String> found = new HashSet<>();
        for (String key : list(prefix)) {
            found.add(key.substring(0, Math.min(key.length(), prefix.length() + 33)));
        }
        database.withoutTransaction(sql -> sql.rows(
                        "select id from job where account_id = $1 union select job_id from purge where account_id = $1",
                        account))
                .forEach(row -> found.remove(prefix + "/" + row.getString("id")));
        return found;
    }

    private List<String> list(String prefix) {
        try {
            return blobs.list(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean removed(String orphan) {
        try {
            if (orphan.contains("/jobs/")) {
                blobs.deleteTree(orphan);
            } else {
                blobs.delete(orphan);
            }
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "a blob that belongs to nothing cannot be removed");
            return false;
        }
    }
}
