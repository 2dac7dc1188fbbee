package dev.pagewright.gateway.store;

import dev.pagewright.contract.JobRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where uploaded files lie. */
@ApplicationScoped
public class Originals {

    private final Database database;

    Originals(Database database) {
        this.database = database;
    }

    /** Blob key of a job's original. */
    public Optional<String> keyOf(JobRecord job) {
        return database.withoutTransaction(
                sql -> sql.row("""
                                select o.blob_key from original o join job j
                                  on j.account_id = o.account_id and j.original_sha256 = o.sha256
                                where j.id = $1 and j.account_id = $2""", job.uuid(), job.accountId()).map(row -> row.getString("blob_key")));
    }
}
