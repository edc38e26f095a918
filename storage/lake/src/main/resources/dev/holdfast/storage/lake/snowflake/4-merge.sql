-- 4. Takes what landed over into the tables, each fact once: by client and key, however often a
-- file landed. A stream hands every landed row to one run of its task; a warehouse named
-- holdfast_load has to be there (create warehouse holdfast_load warehouse_size = xsmall
-- auto_suspend = 60). With --to-snowflake none of this is needed.

{{merges}}
-- Landed rows are of no use once merged:
--   delete from order_versions_landing where client is not null;
