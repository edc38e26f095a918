-- postgres: order_line.csv
-- Times become the place's own clock here, so that files can be cut by local day and month.
copy (
  select client, order_number, order_row, line, shipment, part, shipments, placed_at at time zone 'UTC',
    placed_at at time zone zone, location, carrier, service, category, ordered, filled, returned,
    amount, extract(epoch from released_at - placed_at)::bigint,
    extract(epoch from shipped_at - placed_at)::bigint, ship_by at time zone 'UTC',
    shipped_at <= ship_by and arrival <= promised, cartons, shipping, state
  from lab.order_line
) to stdout (format csv);
-- postgres: stock_movement.csv
copy (
  select client, at at time zone zone, location, category, kind, units from lab.stock_movement
) to stdout (format csv);
-- postgres: pick_walk.csv
copy (
  select client, at at time zone zone, location, picks, walk_mm from lab.pick_walk
) to stdout (format csv);
-- DuckDB from here: a folder per client and month, rows in order of time within.
copy (
  select *, strftime(placed, '%Y-%m') as month
  from read_csv(:'folder' || '/order_line.csv', header = false, columns = {
    'client': 'varchar', 'order_number': 'varchar', 'order_row': 'smallint', 'line': 'smallint',
    'shipment': 'smallint', 'part': 'smallint', 'shipments': 'smallint', 'placed_at': 'timestamp',
    'placed': 'timestamp', 'location': 'varchar', 'carrier': 'varchar', 'service': 'varchar',
    'category': 'varchar', 'ordered': 'int', 'filled': 'int', 'returned': 'int', 'amount': 'bigint',
    'release_seconds': 'bigint', 'ship_seconds': 'bigint', 'ship_by': 'timestamp',
    'on_time': 'boolean', 'cartons': 'smallint', 'shipping': 'int', 'state': 'varchar'})
) to (:'folder' || '/order_line') (format parquet, compression zstd, partition_by (client, month));
copy (
  select * from read_csv(:'folder' || '/stock_movement.csv', header = false, columns = {
    'client': 'varchar', 'moved': 'timestamp', 'location': 'varchar', 'category': 'varchar',
    'kind': 'varchar', 'units': 'bigint'})
) to (:'folder' || '/stock_movement') (format parquet, compression zstd, partition_by (client));
copy (
  select * from read_csv(:'folder' || '/pick_walk.csv', header = false, columns = {
    'client': 'varchar', 'done': 'timestamp', 'location': 'varchar', 'picks': 'int',
    'walk_mm': 'bigint'})
) to (:'folder' || '/pick_walk') (format parquet, compression zstd, partition_by (client));
create view order_line as
  select * from read_parquet(:'folder' || '/order_line/*/*/*.parquet', hive_partitioning = true,
    hive_types_autocast = false);
create view stock_movement as
  select * from read_parquet(:'folder' || '/stock_movement/*/*.parquet', hive_partitioning = true,
    hive_types_autocast = false);
create view pick_walk as
  select * from read_parquet(:'folder' || '/pick_walk/*/*.parquet', hive_partitioning = true,
    hive_types_autocast = false);
