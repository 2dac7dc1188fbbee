-- Sums of the ledger, kept in the transaction of each entry, so that a question costs the same after years of entries.
-- A sweep compares them with the entries and reports a difference as a metric.
create table account_total (
    account_id char(32) primary key references account,
    granted    bigint not null default 0 check (granted >= 0),
    balance    bigint not null default 0,           -- thousandths of a credit; what is reserved is not in it
    reserved   bigint not null default 0 check (reserved >= 0)
);

-- Pages reserved on a UTC day and not given back: what the windows of a plan count.
create table account_day (
    account_id char(32) not null references account,
    day        date not null,
    pages      bigint not null default 0 check (pages >= 0),
    primary key (account_id, day)
);

-- a settled page's reservation was its amount and its price together
insert into account_total (account_id, granted, balance, reserved)
select a.id,
    coalesce(sum(e.amount) filter (where e.kind = 'grant'), 0),
    coalesce(sum(e.amount), 0),
    greatest(0, coalesce(sum(case e.kind when 'reserve' then -e.amount when 'refund' then -e.amount
        when 'settle' then -e.amount - e.price else 0 end), 0))
from account a left join ledger_entry e on e.account_id = a.id group by a.id;

insert into account_day (account_id, day, pages)
select account_id, (at at time zone 'UTC')::date, greatest(0, sum(case kind when 'reserve' then pages else -pages end))
from ledger_entry where kind in ('reserve', 'refund') group by 1, 2;

drop index ledger_reserve_refund;

-- Entries are written once. The database itself refuses to change or remove one.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end $$;
create trigger ledger_append_only before update or delete on ledger_entry
    for each row execute function ledger_is_append_only();
create trigger audit_append_only before update or delete on audit_entry
    for each row execute function ledger_is_append_only();

-- Requests of an account in a minute, taken by the replicas in blocks. Unlogged: nothing is flushed to the disk for
-- them, and a crash forgets a minute's count alone.
create unlogged table request_window (
    account_id text not null,
    minute     bigint not null,                     -- since 1970
    taken      bigint not null,
    primary key (account_id, minute)
);
