-- Who of several processes of a service works for a model, and what the next one goes on with.
create table registry.leases (
    service text not null,
    model text not null,
    -- Rises with every holding and never falls: what a former holder writes under its number is refused.
    fence bigint not null check (fence > 0),
    -- For people.
    holder text not null,
    -- By the clock of the database, the one clock that all of them share.
    expires timestamptz not null,
    primary key (service, model)
);

create table registry.states (
    service text not null,
    model text not null,
    fence bigint not null check (fence > 0),
    -- The record of the log that is read next: whose copy ends before it cannot go on.
    position bigint not null check (position >= 0),
    -- The name of that log: records of another one have other numbers.
    log text not null,
    bytes bytea not null,
    written timestamptz not null default now(),
    primary key (service, model)
);
