-- Ids are 32 lower-case hex digits (char(32)); times are UTC; text is UTF-8.
-- The account stands on every row, so that a query can always be bound to it.

create table account (
    id          char(32) primary key,
    name        text not null,
    plan        text not null,
    status      text not null default 'active' check (status in ('active', 'suspended')),
    created_at  timestamptz not null
);

-- Tokens are stored as SHA-256 alone; the prefix is what a list shows.
create table api_token (
    id           char(32) primary key,
    account_id   char(32) not null references account,
    name         text not null,
    prefix       text not null,
    hash         bytea not null unique,
    scopes       text[] not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);
create index api_token_account on api_token (account_id);

-- Originals, by content within an account. A row without a job is swept after a while.
create table original (
    account_id  char(32) not null references account,
    sha256      char(64) not null,
    blob_key    text not null,
    media_type  text not null,
    bytes       bigint not null,
    references_ integer not null default 0 check (references_ >= 0),
    created_at  timestamptz not null,
    touched_at  timestamptz not null,
    primary key (account_id, sha256)
);

create table job (
    id               char(32) primary key,
    account_id       char(32) not null references account,
    sequence         bigint generated always as identity unique,  -- order of submission, for lists and queue positions
    status           text not null check (status in ('pending', 'processing', 'done', 'failed')),
    cancelled        boolean not null default false,
    tier             text not null,
    language         text not null,
    ocr              text not null,
    tool             text,
    translate_to     text,
    page_selection   text,                          -- as submitted; null: all pages
    file_name        text not null,
    original_sha256  char(64) not null,
    media_type       text not null,
    file_bytes       bigint not null,
    file_pages       integer not null,              -- of the whole file
    sealed_password  text,
    page_count       integer not null check (page_count > 0),
    pages_done       integer not null default 0,
    pages_failed     integer not null default 0,
    lane             text not null,
    priority         integer not null default 0,
    phase            text not null default 'read' check (phase in ('read', 'assemble', 'translate', 'ended')),
    assemble_attempt integer not null default 0,
    assemble_sent_at timestamptz,
    assemble_partition integer,                     -- where the task lies: the reconciler's evidence
    assemble_offset  bigint,
    revision         integer not null default 0,    -- of the result; counted up by the document pass
    document_version integer not null default 1,    -- of the stored form
    detected_language text,
    mean_confidence  double precision,
    error_code       text,
    error_detail     text,
    event_sequence   bigint not null default 0,     -- last id given to an event of this job
    progress_at      timestamptz,                   -- of the last progress event: at most one a second
    trace_parent     text,
    webhook_url      text,
    created_at       timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz,
    foreign key (account_id, original_sha256) references original
);
create index job_of_account on job (account_id, sequence desc);
create index job_running on job (sequence) where status in ('pending', 'processing');

create table page (
    job_id         char(32) not null references job on delete cascade,
    index_         integer not null,                -- 0-based, within the job
    account_id     char(32) not null references account,
    number         integer not null,                -- 1-based, within the file
    status         text not null default 'queued'
                   check (status in ('queued', 'released', 'done', 'failed', 'cancelled')),
    attempt        integer not null default 0,      -- sendings; an outcome of any attempt counts, once
    round          integer not null default 0,      -- of reading: a retry starts the next
    released_at    timestamptz,
    task_partition integer,                         -- where the task lies: the reconciler's evidence
    task_offset    bigint,
    document_key   text,
    -- places for what comes with translation: the reading stays in document_key
    translation_key text,
    engine         text,
    engines        text[],
    engine_reason  text,
    language       text,
    mean_confidence double precision,
    words          integer,
    tables         integer,
    milliseconds   bigint,
    error_code     text,
    error_detail   text,
    event_id       bigint,                          -- of its `page` event
    finished_at    timestamptz,
    primary key (job_id, index_)
);
create index page_queued on page (account_id, job_id, index_) where status = 'queued';
create index page_released on page (released_at) where status = 'released';

-- Append-only; the balance is the sum. Credits are counted in thousandths, so that sums are exact.
create table ledger_entry (
    id          bigint generated always as identity primary key,
    account_id  char(32) not null references account,
    at          timestamptz not null,
    kind        text not null check (kind in ('grant', 'reserve', 'settle', 'refund')),
    amount      bigint not null,                    -- thousandths of a credit, signed as it moves the balance
    pages       integer not null default 0,
    job_id      char(32),                           -- kept when the job is gone
    page_index  integer,
    round       integer not null default 0,
    price       bigint,                             -- thousandths of a credit a page
    reason      text not null
);
create index ledger_of_account on ledger_entry (account_id, id desc);
create index ledger_of_job on ledger_entry (job_id, kind);
-- a page is charged once, whatever comes twice
create unique index ledger_page_once on ledger_entry (job_id, page_index, round, kind)
    where kind in ('settle', 'refund') and page_index is not null;

create table idempotency_key (
    account_id   char(32) not null references account,
    key          text not null,
    fingerprint  bytea not null,                    -- SHA-256 of content and fields
    job_id       char(32),                          -- null while the first request runs
    created_at   timestamptz not null,
    primary key (account_id, key)
);

-- Written in the transaction of what it tells of; a relay sends it and deletes it once the broker has it.
create table outbox (
    id           bigint generated always as identity primary key,
    shard        smallint not null,                 -- of the key: one relay at a time owns a shard, which keeps order
    topic        text not null,
    key          text not null,
    type         text not null,
    payload      text not null,
    trace_parent text,
    created_at   timestamptz not null
);
create index outbox_order on outbox (shard, id);

-- Events of a job for its stream: ids count up, the same on every replica.
create table job_event (
    job_id      char(32) not null references job on delete cascade,
    id          bigint not null,
    type        text not null check (type in ('job', 'page')),
    page_index  integer,
    payload     text,                               -- of a `job` event; a `page` event is its page
    at          timestamptz not null,
    primary key (job_id, id)
);

-- What a deletion still has to remove from the blob store; done again once workers cannot write any more.
create table purge (
    id          bigint generated always as identity primary key,
    account_id  char(32) not null,
    job_id      char(32) not null,
    not_before  timestamptz not null
);
