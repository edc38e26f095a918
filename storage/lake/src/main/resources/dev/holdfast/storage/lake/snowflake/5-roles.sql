-- 5. Who may do what: a role that loads and owns nothing else, and one that only reads. Replace
-- ANALYTICS.HOLDFAST by the database and schema that the numbered files were run in. The loader's
-- user signs in with a key pair (docs/reference/lake.md) and has this role as its default.

create role if not exists holdfast_loader;
grant usage on database analytics to role holdfast_loader;
grant usage, create table, create view, create stage, create file format, create temporary table
  on schema analytics.holdfast to role holdfast_loader;
grant usage, operate on warehouse holdfast_load to role holdfast_loader;
grant select, insert, update, delete on all tables in schema analytics.holdfast
  to role holdfast_loader;
grant read, write on all stages in schema analytics.holdfast to role holdfast_loader;
grant usage on all file formats in schema analytics.holdfast to role holdfast_loader;

create role if not exists holdfast_analyst;
grant usage on database analytics to role holdfast_analyst;
grant usage on schema analytics.holdfast to role holdfast_analyst;
grant select on all tables in schema analytics.holdfast to role holdfast_analyst;
grant select on all views in schema analytics.holdfast to role holdfast_analyst;
grant select on future tables in schema analytics.holdfast to role holdfast_analyst;
grant select on future views in schema analytics.holdfast to role holdfast_analyst;
