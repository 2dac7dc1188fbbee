package dev.pagewright.gateway.queue;

import dev.pagewright.gateway.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;

/** Translations of accounts that were suspended when their job's last page was read: in the phase, and sent to nobody. */
final class HeldTranslations {

    private HeldTranslations() {}

    /** Sends those of accounts that are active again, the oldest first. @return how many */
    static int release(Transaction sql, int most, OffsetDateTime now) {
        List<Row> held = sql.rows("""
                select j.id from job j join account a on a.id = j.account_id and a.status = 'active'
                where j.phase = 'translate' and j.assemble_sent_at is null
                order by j.sequence limit $1 for update of j skip locked""", most);
        held.forEach(job -> Tasks.translate(sql, job.getString("id"), now));
        return held.size();
    }
}
