-- Sendings of a page in this round of reading, and of a job's pass in this phase: what is counted against the limit. The
-- attempt goes on counting over the rounds, since it names blobs and tells late outcomes from new ones.
alter table page add column sendings integer not null default 0;
alter table job add column pass_sendings integer not null default 0;
update page set sendings = attempt where status in ('queued', 'released');
update job set pass_sendings = assemble_attempt where phase in ('assemble', 'translate');

-- A blob alone, or a job's tree, to be removed once the commit that freed it is there; one that cannot be is tried later.
alter table purge alter column job_id drop not null;
alter table purge add column blob_key text check (blob_key is null or job_id is null);
alter table purge add column attempts integer not null default 0;

-- What a process has taken to work on, in its first minutes: where it ends over and over, the next one knows at what.
create table taken (
    kind          text not null,
    place         text not null,                    -- within which inputs come in order: a shard, a partition
    first         bigint not null,                  -- of the inputs that were taken together
    last          bigint not null,
    careful_until bigint not null default -1,       -- up to here one by one: a process ended at one of them
    times         integer not null default 1,       -- that processes took this one alone
    process       uuid not null,
    at            timestamptz not null,
    primary key (kind, place)
);
