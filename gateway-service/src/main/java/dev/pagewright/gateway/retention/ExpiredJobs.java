package dev.pagewright.gateway.retention;

import dev.pagewright.gateway.background.BackgroundLoop;
import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.queue.Deletion;
import dev.pagewright.gateway.rate.RequestRates;
import dev.pagewright.gateway.store.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Deletes jobs when their plan's time is over, just as their account would: everywhere, with an event. */
@ApplicationScoped
class ExpiredJobs {

    private static final Logger LOG = Logger.getLogger(ExpiredJobs.class);
    private static final int BATCH = 100;

    private final Database database;
    private final Plans plans;
    private final Deletion deletion;
    private final RequestRates rates;
    private final Clock clock;
    private final BackgroundLoop loop;
    /** What could not be deleted, left out until a sweep has done all the others. */
    private final Set<String> stuck = new LinkedHashSet<>();

    ExpiredJobs(
            Database database,
            Plans plans,
            Deletion deletion,
            RequestRates rates,
            RetentionSettings settings,
            Clock clock) {
        this.database = database;
        this.plans = plans;
        this.deletion = deletion;
        this.rates = rates;
        this.clock = clock;
        this.loop = new BackgroundLoop("retention", settings.sweep(), this::sweep);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /**
     * One job that cannot be deleted keeps no other, nor any key or count.
     *
     * @return whether there is more
     */
    boolean sweep() {
        List<Row> expired = expired();
        int deleted = 0;
        for (Row job : expired) {
            deleted += deleted(job.getString("account_id"), job.getString("id")) ? 1 : 0;
            loop.turned();
        }
        if (deleted > 0) {
            LOG.infof("%d jobs were kept as long as their plans say, and are deleted", deleted);
        }
        rates.forgetPast();
        database.withoutTransaction(
                sql -> sql.update("delete from idempotency_key where created_at < $1", now().minusHours(24)));
        if (deleted < expired.size()) {
            throw new IllegalStateException("%d jobs cannot be deleted yet".formatted(expired.size() - deleted));
        }
        stuck.clear();
        return expired.size() == BATCH;
    }

    private boolean deleted(String account, String job) {
        try {
            deletion.delete(account, job);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(e, "job %s is over and cannot be deleted yet", job);
            stuck.add(job);
            return false;
        }
    }

    private List<Row> expired() {
        List<String> names = new ArrayList<>();
        List<OffsetDateTime> ends = new ArrayList<>();
        for (Map.Entry<String, Plans.Plan> plan : plans.byName().entrySet()) {
            plan.getValue().retention().ifPresent(kept -> {
                names.add(plan.getKey());
                ends.add(now().minus(kept));
            });
        }
        return database.withoutTransaction(sql -> sql.rows(
                """
                select j.account_id, j.id from unnest($1::text[], $2::timestamptz[]) as kept(plan, until)
                join account a on a.plan = kept.plan
                join job j on j.account_id = a.id and j.finished_at < kept.until
                where j.id <> all ($4::text[])
                order by j.finished_at limit $3""",
                names.toArray(String[]::new),
                ends.toArray(OffsetDateTime[]::new),
                BATCH,
                stuck.toArray(String[]::new)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
