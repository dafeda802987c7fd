-- What a bark is found by (docs/decisions/0028). Barks that are older than this get theirs after the start.
alter table barks add column words tsvector;
-- Without a list of what was added last: every search would read all of that.
create index barks_by_words on barks using gin (words) with (fastupdate = off);
-- Where in the ids a day begins.
create index barks_by_time on barks (created_at desc);
