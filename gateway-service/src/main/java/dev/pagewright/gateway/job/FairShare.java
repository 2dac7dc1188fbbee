package dev.pagewright.gateway.job;

/**
 * Which pages are sent next. Accounts share the pages of a lane that may be out at once by the weights of their plans; an
 * account's own go by priority, then the first page of each job before its second.
 */
final class FairShare {

    /**
     * A matter of all accounts' waiting pages at once. Pages that somebody holds are passed by: an outcome of an earlier
     * sending may be coming in.
     */
    static final String NEXT_PAGES = """
            with waiting as (
                select w.account_id, w.lane, w.average, coalesce(weight.weight, 1) as weight
                from (select p.account_id, j.lane, cast(sum(j.read_milliseconds) as double precision) / nullif(sum(j.pages_done), 0) as average
                      from (select distinct account_id, job_id from page where status = 'queued') p
                      join job j on j.id = p.job_id group by p.account_id, j.lane) w
                join account a on a.id = w.account_id and a.status = 'active'
                left join unnest(cast(:plans as text[]), cast(:weights as int[])) as weight(plan, weight) on weight.plan = a.plan
            ), share as (
                select account_id, lane, greatest(1, cast((weight * case
                        when lane = 'vlm' and cast(:vision as int) > 0 then least(cast(:window as int), cast(:vision as int) + (cast(:vision as int) + 1) / 2)
                        when lane = 'vlm' then cast(:window as int) / 4
                        when average is null then cast(:slots as int) * 2
                        else least(cast(:window as int), cast(:slots as int) + ceil(cast(:slots as int) * cast(:ahead as double precision) / greatest(average, 1))) end
                    / sum(weight) over (partition by lane)) as int)) as pages
                from waiting
            ), room as (
                select s.account_id, s.lane, greatest(0, s.pages - (
                    select count(*) from page r join job rj on rj.id = r.job_id
                    where r.status = 'released' and r.account_id = s.account_id and rj.lane = s.lane)) as places
                from share s
            )
            select n.* from room cross join lateral (
                select p.* from page p join job j on j.id = p.job_id
                where p.status = 'queued' and p.account_id = room.account_id and j.lane = room.lane
                order by j.priority desc, p.index_, j.sequence
                limit room.places
                for update of p skip locked
            ) n limit :most""";

    private FairShare() {}
}
