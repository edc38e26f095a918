-- 2. A stage inside Snowflake. ./holdfast export lake DIR --to-snowflake URL does this and all that
-- follows by itself; by hand, put the files with SnowSQL, or the stage's page, and copy them in.

create stage if not exists holdfast_lake file_format = holdfast_parquet;

-- snowsql, in the lake's folder, for each table:
--   put file://order_versions/client=CODE/day=DAY/*.parquet
--     @holdfast_lake/order_versions/client=CODE/day=DAY/ auto_compress = false;

-- Snowflake remembers for 64 days which files it copied; after that, 4-merge.sql still does.
{{internal-copies}}
