-- 1. Where the lake's facts go, in the current database and schema. Run the numbered files in
-- order; of the two that begin with 2, the one for your stage.
-- Written by ./holdfast export lake; not verified on a real account, see docs/reference/lake.md.

create file format if not exists holdfast_parquet
  type = parquet
  use_logical_type = true
  binary_as_text = false;

-- Files land in a table of their own; 4-merge.sql takes each fact over once.
{{tables}}
-- What ./holdfast export lake --to-snowflake has loaded.
create table if not exists holdfast_loaded_files (
  installation varchar,
  file_name varchar,
  loaded_at timestamp_ltz default current_timestamp()
);
create table if not exists holdfast_lake_mark (
  installation varchar,
  client varchar,
  mark number(19, 0),
  as_of varchar
);

-- The rows of each order's latest version.
create or replace view order_lines as
  select * from order_versions
  qualify version = max(version) over (partition by client, order_id);
