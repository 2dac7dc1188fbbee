-- What signs an account's webhooks, sealed with the server's key; after a rotation the earlier one signs beside it.
create table webhook_secret (
    account_id     char(32) primary key references account,
    sealed         text not null,
    previous       text,
    previous_until timestamptz
);

-- Calls to be made, and what became of them. Written in the transaction that ends the job.
create table webhook_delivery (
    id           char(32) primary key,              -- of the message: the same in every attempt
    account_id   char(32) not null references account,
    job_id       char(32) not null references job on delete cascade,
    url          text not null,
    type         text not null,
    payload      text not null,
    status       text not null default 'waiting' check (status in ('waiting', 'delivered', 'given_up')),
    attempts     integer not null default 0,
    due_at       timestamptz not null,              -- while an attempt runs: when it is taken for lost
    attempted_at timestamptz,
    answer       integer,                           -- HTTP status of the last attempt, null where there was none
    failure      text,                              -- why there was none
    created_at   timestamptz not null
);
create index webhook_due on webhook_delivery (due_at) where status = 'waiting';
create index webhook_of_job on webhook_delivery (job_id);
