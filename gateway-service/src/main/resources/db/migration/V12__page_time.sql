-- What the pages of a job took to be read: how many of them the dispatcher lets stand before the workers.
alter table job add column read_milliseconds bigint not null default 0;
create index job_ended on job (account_id, finished_at) where finished_at is not null;
