-- Only an address that its owner has confirmed stands here; one that waits for that stands beside its link.
alter table users add column email varchar(254);
create index users_by_email on users (email);
alter table one_time_links add column email varchar(254);
