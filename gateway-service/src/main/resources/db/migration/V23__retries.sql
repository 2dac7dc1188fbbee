-- The document that a page's translation was made of; a translation is kept for as long as that is the page's document.
alter table page add column translated_from text;

-- Pages of an account that could not be read, a UTC day: they cost no credit, but work.
create table failed_use (
    account_id char(32) not null references account,
    day        date not null,
    pages      bigint not null,
    primary key (account_id, day)
);
