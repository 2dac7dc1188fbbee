-- Who did what to which account; append-only.
create table audit_entry (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    actor      text not null,                       -- `administrator`
    action     text not null,
    account_id text not null,
    detail     text not null                        -- JSON; no secrets
);
create index audit_of_account on audit_entry (account_id, id desc);

-- Chat messages of an account a UTC day.
create table chat_use (
    account_id text not null,
    day        date not null,
    messages   bigint not null default 0 check (messages >= 0),
    primary key (account_id, day)
);

create index account_order on account (created_at, id);
-- what the windows of usage sum
create index ledger_reserve_refund on ledger_entry (account_id, at) where kind in ('reserve', 'refund');
