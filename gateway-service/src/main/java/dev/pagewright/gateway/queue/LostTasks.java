package dev.pagewright.gateway.queue;

import dev.pagewright.gateway.store.Database;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the database knows of tasks that are out, and which of them evidence shows to be lost. */
@ApplicationScoped
class LostTasks {

    private static final int BATCH = 200;

    // a page's task lies in its job's lane, as its pass does; a translation always in vlm

    private static final String NOTED = """
            select j.lane, coalesce(p.task_partition, -1) as partition, max(coalesce(p.task_offset, -1)) as offset_
            from page p join job j on j.id = p.job_id where p.status = 'released' and p.released_at < $1 group by 1, 2
            union all
            select case j.phase when 'translate' then 'vlm' else j.lane end, coalesce(j.assemble_partition, -1),
                max(coalesce(j.assemble_offset, -1))
            from job j where j.phase in ('assemble', 'translate') and j.assemble_sent_at < $1 group by 1, 2""";

    private static final String LOST_PAGES = """
            select p.job_id, p.index_, p.attempt
            from unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[]) as known(partition, start_offset, noted, log_end)
            join page p on p.task_partition = known.partition join job j on j.id = p.job_id
            where p.status = 'released' and p.released_at < $6 and j.lane = $5
                and (p.task_offset < known.start_offset or p.task_offset between known.log_end and known.noted)
            limit $7""";

    private static final String LOST_PASSES = """
            select j.id, j.assemble_attempt, j.phase
            from unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[]) as known(partition, start_offset, noted, log_end)
            join job j on j.assemble_partition = known.partition
            where j.phase in ('assemble', 'translate') and j.assemble_sent_at < $6
                and case j.phase when 'translate' then 'vlm' else j.lane end = $5
                and (j.assemble_offset < known.start_offset or j.assemble_offset between known.log_end and known.noted)
            limit $7""";

    private static final String UNSENT_PAGES = """
            select p.job_id, p.index_, p.attempt from page p
            where p.status = 'released' and p.released_at < $1 and p.task_partition is null and not exists (
                select 1 from outbox o where o.key = p.job_id and o.topic like 'pagewright.page-tasks.%')
            limit $2""";

    private static final String UNSENT_PASSES = """
            select j.id, j.assemble_attempt, j.phase from job j
            where j.phase in ('assemble', 'translate') and j.assemble_sent_at < $1 and j.assemble_partition is null
                and not exists (select 1 from outbox o where o.key = j.id and o.topic like 'pagewright.page-tasks.%')
            limit $2""";

    /** @param pageIndex negative where it is the job's pass or translation */
    record Lost(String jobId, int pageIndex, int attempt, String phase) {}

    private final Database database;

    LostTasks(Database database) {
        this.database = database;
    }

    /** The greatest offset of a task that is out, by lane and partition; empty where none is that was sent before. */
    Map<Lane, Map<Integer, Long>> noted(OffsetDateTime before) {
        Map<Lane, Map<Integer, Long>> noted = new EnumMap<>(Lane.class);
        List<Row> rows = database.withoutTransaction(sql -> sql.rows(NOTED, before));
        for (Row row : rows) {
            noted.computeIfAbsent(Lane.fromColumn(row.getString("lane")), lane -> new HashMap<>())
                    .merge(row.getInteger("partition"), row.getLong("offset_"), Math::max);
        }
        return noted;
    }

    List<Lost> at(Lane lane, Evidence.Tasks tasks, OffsetDateTime before) {
        Object[] known = {
            tasks.partitions(),
            tasks.startOffsets(),
            tasks.notedOffsets(),
            tasks.endOffsets(),
            lane.column(),
            before,
            BATCH
        };
        return lost(LOST_PAGES, LOST_PASSES, known);
    }

    /**
     * Tasks that no broker has and that are not about to be sent: their row in the outbox was refused by the broker, and
     * nobody but the dead letters ever saw them.
     */
    List<Lost> neverSent(OffsetDateTime before) {
        return lost(UNSENT_PAGES, UNSENT_PASSES, before, BATCH);
    }

    private List<Lost> lost(String pages, String passes, Object... parameters) {
        return database.withoutTransaction(sql -> {
            List<Lost> lost = new ArrayList<>();
            sql.rows(pages, parameters).forEach(row -> lost.add(page(row)));
            sql.rows(passes, parameters).forEach(row -> lost.add(pass(row)));
            return lost;
        });
    }

    private static Lost page(Row row) {
        return new Lost(row.getString("job_id"), row.getInteger("index_"), row.getInteger("attempt"), "read");
    }

    private static Lost pass(Row row) {
        return new Lost(row.getString("id"), -1, row.getInteger("assemble_attempt"), row.getString("phase"));
    }
}
