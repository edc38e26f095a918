-- What each role may do. Roles and their passwords are made before migrations run.
--   app     one client at a time: the client is set per transaction, and policies hold to it
--   writer  the batch writer: commands of several clients in one transaction, its statements only
--   access  recognises keys, makes clients and keys
--   jobs    finds what is due, deletes old outcomes
--   audit   reads everything, writes nothing

do $$
declare
  t text;
begin
  foreach t in array array['client', 'api_key', 'sku', 'sku_barcode', 'location', 'position',
    'ledger_entry', 'reservation', 'transfer', 'command_outcome'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy audit_reads on %I for select to "${audit}" using (true)', t);
    execute format('grant select on %I to "${audit}"', t);
  end loop;
  foreach t in array array['sku', 'sku_barcode', 'location', 'position', 'ledger_entry',
    'reservation', 'transfer'] loop
    execute format(
      'create policy own_client on %I to "${app}"'
      || ' using (client_id = (select nullif(current_setting(''holdfast.client'', true), '''')::int))',
      t);
  end loop;
  foreach t in array array['position', 'ledger_entry', 'reservation', 'transfer',
    'command_outcome'] loop
    execute format('create policy writer_every_client on %I to "${writer}" using (true)', t);
  end loop;
  foreach t in array array['client', 'api_key'] loop
    execute format('create policy access_every_client on %I to "${access}" using (true)', t);
  end loop;
  execute 'create policy jobs_every_client on reservation for select to "${jobs}" using (true)';
  execute 'create policy jobs_every_client on command_outcome to "${jobs}" using (true)';
  -- Histories show who did it: the names of the client's own keys, never their hashes.
  execute 'create policy own_client on api_key for select to "${app}"'
    || ' using (client_id = (select nullif(current_setting(''holdfast.client'', true), '''')::int))';
end
$$;

grant usage on schema "${flyway:defaultSchema}"
  to "${app}", "${writer}", "${access}", "${jobs}", "${audit}";

grant select, insert on sku, sku_barcode, location to "${app}";
grant update (name, barcodes, unit, length_mm, width_mm, height_mm, weight_g, category, updated_at)
  on sku to "${app}";
grant delete on sku_barcode to "${app}";
grant update (name, kind, region, latitude, longitude, time_zone, address, updated_at)
  on location to "${app}";
grant select on position, ledger_entry, reservation, transfer to "${app}";
grant select (id, client_id, name) on api_key to "${app}";

grant select, insert on position, ledger_entry, reservation, transfer, command_outcome
  to "${writer}";
grant update (on_hand, reserved, safety_stock, shortfall, version, updated_at)
  on position to "${writer}";
grant update (state, expires_at, settled_at) on reservation to "${writer}";
grant update (state, settled_at) on transfer to "${writer}";

grant select, insert on client, api_key to "${access}";
grant update (revoked_at) on api_key to "${access}";

grant select on reservation to "${jobs}";
grant select, delete on command_outcome to "${jobs}";
