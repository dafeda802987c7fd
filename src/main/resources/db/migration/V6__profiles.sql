-- 200 code points; H2 counts UTF-16 units, of which a code point can take two.
alter table users alter column display_name set data type varchar(400);

-- What names are completed by: folded, in UTF-8. Bytes have one order on every database, whatever its collation.
alter table users add column username_key bytea;
alter table users add column display_name_key bytea;
update users set username_key = cast(username as bytea);
alter table users add constraint users_username_key_fits check (username_key = cast(username as bytea));
create index users_by_username_key on users (username_key);
create index users_by_display_name_key on users (display_name_key);
