package dev.pagewright.gateway.ledger;

import dev.pagewright.gateway.background.BackgroundLoop;
import dev.pagewright.gateway.store.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Compares the sums of every account with the entries that they sum, and with the pages that are neither settled nor refunded.
 * The number of accounts that differ is the metric {@code pagewright_ledger_drift_accounts}; it is 0, or somebody has
 * to look.
 */
@ApplicationScoped
public class Drift {

    private static final Logger LOG = Logger.getLogger(Drift.class);

    /** One statement, so that all of it is seen at one moment. */
    private static final String DIFFERENT = """
            with entries as (
                select account_id, sum(amount) as balance,
                    coalesce(sum(amount) filter (where kind = 'grant'), 0) as granted,
                    -coalesce(sum(amount) filter (where kind in ('reserve', 'refund')), 0)
                        - coalesce(sum(amount + price) filter (where kind = 'settle'), 0) as reserved,
                    coalesce(sum(case kind when 'reserve' then pages when 'refund' then -pages end), 0) as pages
                from ledger_entry group by account_id),
            days as (select account_id, sum(pages) as pages from account_day group by account_id),
            open as (
                select p.account_id, sum(held.price) as reserved
                from job j join page p on p.job_id = j.id
                join lateral (select e.price from ledger_entry e where e.job_id = p.job_id and e.kind = 'reserve'
                              order by e.id desc limit 1) held on true
                where j.status in ('pending', 'processing') and not exists (
                    select 1 from ledger_entry s where s.job_id = p.job_id and s.page_index = p.index_
                        and s.round = p.round and s.kind in ('settle', 'refund'))
                group by p.account_id)
            select t.account_id from account_total t
            left join entries e on e.account_id = t.account_id
            left join days d on d.account_id = t.account_id
            left join open u on u.account_id = t.account_id
            where t.balance <> coalesce(e.balance, 0) or t.granted <> coalesce(e.granted, 0)
               or t.reserved <> coalesce(e.reserved, 0) or t.reserved <> coalesce(u.reserved, 0)
               or coalesce(d.pages, 0) <> coalesce(e.pages, 0)""";

    private final Database database;
    private final AtomicLong accounts = new AtomicLong();
    private final BackgroundLoop loop;

    Drift(
            Database database,
            MeterRegistry meters,
            @ConfigProperty(name = "pagewright.ledger.check", defaultValue = "10m") Duration interval) {
        this.database = database;
        this.loop = new BackgroundLoop("ledger-drift", interval, () -> {
            check();
            return false;
        });
        meters.gauge("pagewright.ledger.drift.accounts", accounts);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** @return how many accounts differ */
    public long check() {
        var different = database.withoutTransaction(sql -> sql.rows(DIFFERENT));
        accounts.set(different.size());
        different.stream()
                .limit(10)
                .forEach(row -> LOG.errorf(
                        "the sums of account %s are not those of its ledger; see docs/accounts.md",
                        row.getString("account_id")));
        return different.size();
    }
}
