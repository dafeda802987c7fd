-- How often log-ins failed of late: a row an account name (hashed: people type passwords there) and a row an address.
create table sign_in_throttle (
    subject       varchar(80) primary key,
    failures      integer                     not null,
    last_failure  timestamp(6) with time zone not null,
    blocked_until timestamp(6) with time zone not null
);

-- An address is judged by how many different names failed from it, so that one forgetful person is one.
create table sign_in_failed_names (
    address   varchar(80)                 not null,
    name      varchar(80)                 not null,
    failed_at timestamp(6) with time zone not null,
    primary key (address, name)
);
