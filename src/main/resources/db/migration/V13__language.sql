-- Null: as the browser says.
alter table users add column language varchar(10);
alter table users add constraint users_language_known check (language in ('ENGLISH', 'GERMAN'));
