-- What the registry keeps: the journal, line for line as in a file, and bytes under names.
create table registry.journal (
    seq bigint primary key check (seq > 0),
    -- Canonical JSON with its own hash and that of the line before: see JournalLine.
    line text not null
);

create function registry.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The journal is append-only: % is refused.', tg_op using errcode = 'integrity_constraint_violation';
end
$$;

create trigger journal_is_append_only before update or delete or truncate on registry.journal
    for each statement execute function registry.refuse_change();

create table registry.blobs (
    name text primary key,
    bytes bytea not null,
    written timestamptz not null default now()
);

-- For people: what happened, without the chain.
create view registry.facts as
    select seq, line::json ->> 'type' as type, (line::json ->> 'row')::bigint as row, (line::json ->> 'time')::timestamptz as time, line::json -> 'payload' as payload
    from registry.journal;
