-- Rows are found by their keys, and listed by indexes that begin with the same client. Of a table that
-- nobody has analysed the planner knows nothing, thinks these alike and may take that of a list; a
-- prepared statement keeps such a plan while the table grows, and until autovacuum came by a minute
-- later ten thousand orders were read to find one (docs/adr/0025). What the planner has to know is
-- true of every installation: a client has many rows, and a key is of one. So it is told in advance,
-- by rows that are counted and thrown away; TRUNCATE keeps what was learnt about columns.
do $$
declare
  t text;
  seeded text[] := array['customer_order', 'lot', 'open_shipment', 'pick_list', 'wave'];
  empty boolean;
begin
  foreach t in array seeded loop
    execute format('alter table %I no force row level security', t);
  end loop;

  select not exists (select from customer_order) and not exists (select from lot)
    and not exists (select from wave) and not exists (select from open_shipment) into empty;
  if empty then
    insert into customer_order (client_id, id, number, state, version, ship_by, location_id,
      location_ids, document, created_at, updated_at)
    select c, gen_random_uuid(), c || '-' || n, n % 8, 1, now() + n % 24 * interval '1 hour',
      n % 10 + 1, array[n % 10 + 1], '{}', now() - n * interval '1 minute', now()
    from generate_series(1, 2) c, generate_series(1, 1000) n;

    insert into lot (client_id, position_id, lot, expires, received, remaining, updated_at)
    select c, (c * 1000 + n / 3)::bigint << 20, 'L' || n, current_date + n % 100, 1, 1, now()
    from generate_series(1, 2) c, generate_series(1, 1000) n;

    insert into open_shipment (client_id, fact_id, shipment, location_id, carrier, service,
      placed_at, ship_by, lines)
    select c, gen_random_uuid(), gen_random_uuid(), n % 10 + 1, 'carrier', 'service' || n % 4,
      now() - n * interval '1 minute', now() + n % 24 * interval '1 hour', 2
    from generate_series(1, 2) c, generate_series(1, 1000) n;

    insert into wave (id, client_id, number, location_id, state, version, unfinished, request_key,
      fingerprint, document)
    select gen_random_uuid(), c, 'W' || n, n % 10 + 1, n % 4, 1, false, c || '-' || n,
      gen_random_uuid(), '{}'
    from generate_series(1, 2) c, generate_series(1, 1000) n;

    insert into pick_list (id, client_id, wave_id, number, location_id, state, version, unfinished,
      document)
    select gen_random_uuid(), client_id, id, number, location_id, state, 1, false, '{}' from wave;
  end if;

  foreach t in array seeded loop
    execute format('analyze %I', t);
  end loop;
  if empty then
    truncate customer_order, lot, open_shipment, pick_list, wave;
  end if;

  foreach t in array seeded loop
    execute format('alter table %I force row level security', t);
  end loop;
end
$$;
