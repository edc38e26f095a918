-- What waits, summed up by the quarter of an hour in which it was ordered. How old it is changes
-- without anybody writing; a quarter that an age's limit cuts is counted from open_shipment.
create table backlog (
  client_id int not null,
  quarter timestamptz not null,
  location_id int not null,
  carrier text collate "C" not null,
  service text collate "C" not null,
  ship_by timestamptz not null,
  shipments bigint not null,
  lines bigint not null,
  primary key (client_id, quarter, location_id, carrier, service, ship_by)
) with (fillfactor = 75);

alter table open_shipment no force row level security;
insert into backlog
  select client_id, date_bin('15 minutes', placed_at, 'epoch'), location_id, carrier, service,
    ship_by, count(*), sum(lines)
  from open_shipment
  group by 1, 2, 3, 4, 5, 6;
alter table open_shipment force row level security;

alter table backlog enable row level security;
alter table backlog force row level security;
create policy audit_reads on backlog for select to "${audit}" using (true);
create policy jobs_every_client on backlog to "${jobs}" using (true);
create policy own_client on backlog for select to "${app}"
  using (client_id = (select nullif(current_setting('holdfast.client', true), '')::int));

grant select on backlog to "${app}", "${audit}", "${jobs}";
grant insert, update, delete, truncate on backlog to "${jobs}";
