-- Ids are 32 lower-case hex digits; the account stands on every row of a user's data.

-- What chat knows of a job. Everything below goes with it.
create table job (
    id           char(32) primary key,
    account_id   char(32),                      -- null until the job was fetched
    state        text not null default 'pending'
                 check (state in ('pending', 'ready', 'unreadable')),
    revision     integer not null default -1,   -- of the result that was indexed
    language     text,
    attempts     integer not null default 0,
    requested_at timestamptz not null,
    indexed_at   timestamptz
);
create index job_pending on job (requested_at) where state = 'pending';

-- A page's text as the API shows it: snippets are checked against it.
create table page (
    job_id   char(32) not null references job on delete cascade,
    index_   integer not null,                  -- 0-based, within the job
    number   integer not null,                  -- 1-based, within the file
    text     text not null,
    primary key (job_id, index_)
);

-- What is found and cited: a piece of a page that follows its structure.
create table passage (
    job_id   char(32) not null references job on delete cascade,
    ordinal  integer not null,                  -- reading order within the job
    page     integer not null,
    block    integer not null,                  -- index into the page's blocks
    kind     text not null,
    context  text not null,                     -- headings above, a table's caption and column headers
    text     text not null,                     -- verbatim
    boxes    double precision[] not null,       -- left, top, right, bottom of each line
    primary key (job_id, ordinal)
);

create table passage_vector (
    job_id   char(32) not null references job on delete cascade,
    ordinal  integer not null,
    model    text not null,
    vector   bytea not null,                    -- 32-bit floats, big-endian
    primary key (job_id, ordinal, model)
);

create table conversation (
    id         char(32) primary key,
    job_id     char(32) not null references job on delete cascade,
    account_id char(32) not null,
    created_at timestamptz not null,
    unique (job_id, account_id)
);

create table message (
    id              char(32) primary key,
    conversation_id char(32) not null references conversation on delete cascade,
    sequence        bigint generated always as identity,
    role            text not null check (role in ('user', 'assistant')),
    content         text not null,
    citations       text not null default '[]', -- JSON, as the API shows them
    answered_by     text,
    grounded        boolean,
    created_at      timestamptz not null
);
create index message_order on message (conversation_id, sequence);

-- A job that was deleted: an event that comes late must not bring it back.
create table deleted_job (
    id         char(32) primary key,
    deleted_at timestamptz not null
);
