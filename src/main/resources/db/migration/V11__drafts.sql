-- What somebody has begun to write. The key is the one that these very words would be posted under; other words get another one.
create table drafts (
    account_id bigint                      not null,
    draft_key  uuid                        not null,
    -- Four times what a bark takes: one may write first and shorten later.
    text       varchar(8960)               not null,
    -- What it answers. That may be gone meanwhile: no foreign key.
    parent_id  bigint,
    saved_at   timestamp(6) with time zone not null,
    primary key (account_id, draft_key),
    constraint drafts_account foreign key (account_id) references users (id),
    constraint drafts_text_present check (char_length(text) >= 1)
);
