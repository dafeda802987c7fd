-- Written by the health check: a database that answers but cannot store is not healthy.
create table health_probe (
    id         smallint primary key,
    written_at timestamp(6) with time zone not null,
    constraint health_probe_is_one check (id = 1)
);
insert into health_probe (id, written_at) values (1, timestamp with time zone '1970-01-01 00:00:00+00');
