-- Which version of a client's roll-ups this is: a node may give an answer again as long as it is the
-- same. Counted up by whoever folds, in the same transaction; never goes back.
create table roll_up_version (
  client_id int primary key,
  number bigint not null
  -- Each row changes with nearly every batch, and keeps its place.
) with (fillfactor = 50);

alter table roll_up_version enable row level security;
alter table roll_up_version force row level security;
create policy audit_reads on roll_up_version for select to "${audit}" using (true);
create policy jobs_every_client on roll_up_version to "${jobs}" using (true);
create policy own_client on roll_up_version for select to "${app}"
  using (client_id = (select nullif(current_setting('holdfast.client', true), '')::int));

grant select on roll_up_version to "${app}", "${audit}", "${jobs}";
grant insert, update on roll_up_version to "${jobs}";
