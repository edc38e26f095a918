-- What edges are fed with: committed changes of positions, and of the catalogue that names them.
-- The catalogue costs the write path nothing, because no batch of commands touches it.
create publication holdfast_feed for table
  position (id, client_id, on_hand, reserved, safety_stock, version),
  sku (id, client_id, code, name, barcodes, unit, scale, length_mm, width_mm, height_mm, weight_g,
    category),
  location (id, client_id, code, name, kind, region, latitude, longitude, time_zone, address);

-- Kept in the row while it fits a page: a value stored elsewhere is left out of the feed when the
-- row changes and it does not.
alter table sku
  alter column code set storage main,
  alter column name set storage main,
  alter column barcodes set storage main,
  alter column unit set storage main,
  alter column category set storage main;
alter table location
  alter column code set storage main,
  alter column name set storage main,
  alter column kind set storage main,
  alter column region set storage main,
  alter column time_zone set storage main,
  alter column address set storage main;

grant usage on schema "${flyway:defaultSchema}" to "${feed}";
grant select on position, sku, location to "${feed}";
create policy feed_reads on position for select to "${feed}" using (true);
create policy feed_reads on sku for select to "${feed}" using (true);
create policy feed_reads on location for select to "${feed}" using (true);
