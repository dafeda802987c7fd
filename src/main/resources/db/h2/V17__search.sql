-- What a bark is found by (docs/decisions/0028). Barks that are older than this get theirs after the start.
alter table barks add column words varchar;
-- Where in the ids a day begins.
create index barks_by_time on barks (created_at desc);
