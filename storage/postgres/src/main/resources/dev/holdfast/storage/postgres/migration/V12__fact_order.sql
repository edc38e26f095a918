-- What was committed since when, for reports and analysts' files: every fact carries the number of
-- the transaction that wrote it last. All numbers below the oldest transaction that still runs are
-- decided for good, so whoever reads up to there has missed nothing and need not ask again.
-- A bigint and not xid8, which BRIN does not know.

alter table ledger_entry
  add column xid bigint not null default pg_current_xact_id()::text::bigint;
alter table command_outcome
  add column xid bigint not null default pg_current_xact_id()::text::bigint;
alter table customer_order
  add column xid bigint not null default pg_current_xact_id()::text::bigint;
alter table pick_list
  add column xid bigint not null default pg_current_xact_id()::text::bigint;

-- Documents of before are told in portions; what is summed up needs none. Their numbers are small,
-- and no transaction of a cluster has made more than 512 of them.
alter table customer_order no force row level security;
update customer_order o set xid = least(o.xid, r.portion)
from (select client_id, id, row_number() over (order by created_at, id) / 512 + 1 as portion
  from customer_order) r
where o.client_id = r.client_id and o.id = r.id;
alter table customer_order force row level security;
alter table pick_list no force row level security;
update pick_list o set xid = least(o.xid, r.portion)
from (select client_id, id, row_number() over (order by created_at, id) / 512 + 1 as portion
  from pick_list) r
where o.client_id = r.client_id and o.id = r.id;
alter table pick_list force row level security;

-- Rows that come in order and stay need a few numbers per range of pages, and the write path
-- nothing to speak of. Rows that change in place need each its own.
create index ledger_entry_xid on ledger_entry
  using brin (xid) with (pages_per_range = 32, autosummarize = on);
create index command_outcome_xid on command_outcome
  using brin (xid) with (pages_per_range = 32, autosummarize = on);
create index customer_order_xid on customer_order (xid);
create index pick_list_xid on pick_list (xid);

grant update (xid) on customer_order to "${writer}";
grant update (xid) on pick_list to "${app}";

-- Refusals for lack of stock that are no command's outcome, or whose outcome is forgotten. One row
-- per transaction, moment and position; location 0 in it where an order was refused wherever it
-- might have come from.
create table refusal (
  xid bigint not null default pg_current_xact_id()::text::bigint,
  client_id int not null,
  position_id bigint not null,
  at timestamptz not null,
  lines bigint not null check (lines > 0),
  -- Smallest units that were asked for.
  quantity bigint not null check (quantity > 0)
);
create index refusal_xid on refusal (xid);

alter table refusal enable row level security;
alter table refusal force row level security;
create policy audit_reads on refusal for select to "${audit}" using (true);
create policy jobs_every_client on refusal to "${jobs}" using (true);
grant select on refusal to "${audit}";
grant select, insert on refusal to "${jobs}";

create policy jobs_every_client on customer_order for select to "${jobs}" using (true);
grant select (client_id, id, xid, document, created_at, updated_at) on customer_order to "${jobs}";
grant select (xid, number, location_id, state, version, document) on pick_list to "${jobs}";
grant select (xid, on_hand_delta, reserved_delta) on ledger_entry to "${jobs}";
grant select (category) on sku to "${jobs}";
grant select (created_at) on client to "${jobs}";
