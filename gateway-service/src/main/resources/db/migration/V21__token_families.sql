-- Which token made a token: revoking one revokes what it made. Null: the administrator's, or made before this.
alter table api_token add column parent_id char(32) references api_token on delete set null;
create index api_token_parent on api_token (parent_id) where parent_id is not null;
-- Whether its text carries the keyed check. Those made before do not; their hashes are known to every replica from its start.
alter table api_token add column keyed boolean not null default false;
-- Until now every token made and revoked others. Those that may do everything keep it; a narrow one was made to be narrow.
update api_token set scopes = array_append(scopes, 'tokens')
    where scopes @> array['ocr', 'chat', 'read'] and not scopes @> array['tokens'];
