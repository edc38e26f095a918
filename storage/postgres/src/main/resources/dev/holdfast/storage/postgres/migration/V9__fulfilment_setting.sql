-- What clients set up for fulfilment: documents that only the application reads.

-- Grows with every change of the client's settings, so that a node need not read them to know that
-- it knows them; locked first by every change, so that two never cross.
create table fulfilment_revision (
  client_id int not null references client,
  revision bigint not null check (revision > 0),
  primary key (client_id)
);

create table fulfilment_setting (
  client_id int not null references client,
  kind text collate "C" not null check (length(kind) between 1 and 32),
  code text collate "C" not null check (length(code) between 1 and 64),
  -- The revision that wrote it.
  version bigint not null check (version > 0),
  -- JSON, or CSV where the kind is a sheet.
  document text not null,
  updated_at timestamptz not null default clock_timestamp(),
  primary key (client_id, kind, code)
);

do $$
declare
  t text;
begin
  foreach t in array array['fulfilment_revision', 'fulfilment_setting'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy audit_reads on %I for select to "${audit}" using (true)', t);
    execute format(
      'create policy own_client on %I to "${app}"'
      || ' using (client_id = (select nullif(current_setting(''holdfast.client'', true), '''')::int))',
      t);
  end loop;
end
$$;

grant select on fulfilment_revision, fulfilment_setting to "${app}", "${audit}";
grant insert on fulfilment_revision, fulfilment_setting to "${app}";
grant update (revision) on fulfilment_revision to "${app}";
grant update (version, document, updated_at) on fulfilment_setting to "${app}";
grant delete on fulfilment_setting to "${app}";
