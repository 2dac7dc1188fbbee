package dev.pagewright.gateway.outcome;

import dev.pagewright.event.PageOutcome;
import dev.pagewright.gateway.ledger.Ledger;
import dev.pagewright.gateway.ledger.Prices;
import dev.pagewright.gateway.relay.UsageEvents;
import dev.pagewright.gateway.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/**
 * Ends the translation of a job: the pages' translated documents take the place of those that were read, and only now the
 * pages settle, each at the price of its reading and, where it was delivered, of its translation.
 */
@ApplicationScoped
class Translations {

    private final Ledger ledger;
    private final Prices prices;
    private final Endings endings;

    Translations(Ledger ledger, Prices prices, Endings endings) {
        this.ledger = ledger;
        this.prices = prices;
        this.endings = endings;
    }

    /** @return false where the job is not being translated: the outcome came before */
    boolean apply(Transaction sql, PageOutcome.Translated outcome) {
        String jobId = outcome.jobId();
        var job = sql.row(
                "select account_id, tier from job where id = $1 and phase = 'translate' and revision = $2",
                jobId,
                outcome.revision());
        if (job.isEmpty()) {
            return false;
        }
        Set<Integer> delivered = new HashSet<>(outcome.translated());
        sql.update(
                """
                update page p
                set translation_key = made.key, translated_from = case when made.delivered then p.document_key end
                from unnest($2::int[], $3::text[], $4::boolean[]) as made(index_, key, delivered)
                where p.job_id = $1 and p.index_ = made.index_ and p.status = 'done'""",
                jobId,
                outcome.documents().keySet().toArray(Integer[]::new),
                outcome.documents().values().toArray(String[]::new),
                outcome.documents().keySet().stream().map(delivered::contains).toArray(Boolean[]::new));
        String account = job.get().getString("account_id");
        String tier = job.get().getString("tier");
        for (Row page : sql.rows(
                "select index_, engine, engine_reason from page where job_id = $1 and status = 'done' order by index_",
                jobId)) {
            int index = page.getInteger("index_");
            String engine = page.getString("engine");
            long price = prices.ofReading(tier, page.getString("engine_reason"))
                    + prices.ofTranslation(delivered.contains(index));
            ledger.settle(sql, account, jobId, index, price, engine)
                    .ifPresent(charged -> UsageEvents.page(sql, account, jobId, index, tier, engine, charged));
        }
        endings.done(sql, jobId);
        return true;
    }
}
