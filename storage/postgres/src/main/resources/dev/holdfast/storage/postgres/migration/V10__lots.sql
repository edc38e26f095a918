-- What of a position expires when. A lot is written with the goods that come into it; what is left
-- of it follows from the position's on hand, so nothing here changes when goods merely leave.

create table lot (
  client_id int not null,
  position_id bigint not null,
  lot text collate "C" not null check (length(lot) between 1 and 20),
  -- The last day of use, by the calendar of the location.
  expires date not null,
  received bigint not null check (received >= 0),
  -- At most so much is left: what was received, less what was taken from this very lot, less what
  -- was seen to be gone.
  remaining bigint not null check (remaining >= 0),
  updated_at timestamptz not null,
  primary key (position_id, lot)
) with (fillfactor = 80);
create index lot_expires on lot (client_id, expires, position_id, lot) where remaining > 0;
-- For the job, which looks at every client.
create index lot_over on lot (expires) where remaining > 0;

alter table lot enable row level security;
alter table lot force row level security;
create policy audit_reads on lot for select to "${audit}" using (true);
create policy own_client on lot to "${app}"
  using (client_id = (select nullif(current_setting('holdfast.client', true), '')::int));
create policy writer_every_client on lot to "${writer}" using (true);
create policy jobs_every_client on lot for select to "${jobs}" using (true);

grant select on lot to "${app}", "${audit}", "${jobs}";
grant select, insert on lot to "${writer}";
grant update (expires, received, remaining, updated_at) on lot to "${writer}";

-- A lot's day is over by its location's clock, and what is left of it follows from on hand.
grant select (on_hand) on position to "${jobs}";
grant select (time_zone) on location to "${jobs}";
