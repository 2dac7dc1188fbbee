-- Messages are claimed in turn from accounts and, within one, from hosts: what is called at once is counted by both.
alter table webhook_delivery add column host text;                    -- with its port, as the address writes it
update webhook_delivery set host = coalesce(lower(substring(url from '^[A-Za-z]+://([^/?#]+)')), '');
alter table webhook_delivery alter column host set not null;
-- While an attempt runs: when it is taken for lost. `due_at` is from now on the time of the next attempt alone.
alter table webhook_delivery add column leased_until timestamptz;
-- When it was asked for: by its job's end, or again by its account. What has waited too long since then is given up.
alter table webhook_delivery add column wanted_at timestamptz not null default now();

drop index webhook_due;
create index webhook_due on webhook_delivery (account_id, due_at) where status = 'waiting';
create index webhook_leased on webhook_delivery (account_id, host) where status = 'waiting' and leased_until is not null;
create index webhook_ended on webhook_delivery (due_at) where status <> 'waiting';

-- Hosts that did not answer an account lately. By account too: whoever calls a host's slow addresses closes it for nobody else.
create table webhook_circuit (
    account_id char(32) not null references account,
    host       text not null,
    failures   integer not null,                    -- in a row
    open_until timestamptz not null,                -- nobody is called before
    primary key (account_id, host)
);
