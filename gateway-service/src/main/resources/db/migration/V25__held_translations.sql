-- Translations that wait for their account to be active again: they are sent to nobody, so no reconciler misses them.
create index job_held on job (account_id, sequence) where phase = 'translate' and assemble_sent_at is null;
