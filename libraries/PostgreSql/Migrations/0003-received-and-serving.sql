-- What a service received from the bus and has not worked on: any of its processes puts it here, the one that holds the lease takes it out.
create table registry.received (
    number bigint generated always as identity primary key,
    service text not null,
    model text not null,
    line text not null,
    received timestamptz not null default now()
);

create index received_in_order on registry.received (service, model, number);

-- The processes that serve a model, as they ask for its release: whichever process of retraining they ask.
create table registry.serving (
    model text not null,
    instance text not null,
    -- By the clock of the database.
    asked timestamptz not null,
    -- The release that it serves; 0 for none.
    serves bigint not null,
    primary key (model, instance)
);

-- A role of this name that is there already gets what a stand-by of drift detection needs, and no more; docs/deploy.md grants it to one that comes later.
do $$
begin
    if exists (select from pg_roles where rolname = 'drift_detection') then
        grant usage on schema registry to drift_detection;
        grant select on registry.migrations to drift_detection;
        grant select, insert, update on registry.leases, registry.states to drift_detection;
    end if;
end
$$;
