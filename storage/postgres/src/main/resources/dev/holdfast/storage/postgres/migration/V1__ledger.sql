-- The stock ledger. The login that migrates owns everything; the roles of V2 get what they need.
-- No foreign keys on the tables of the write path: every row costs two index probes and a row lock
-- there, positions are only ever written under their own lock, and `holdfast audit` checks the
-- references.

create table client (
  id int generated always as identity primary key check (id between 1 and 1000000000),
  code text collate "C" not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
  name text not null,
  created_at timestamptz not null default clock_timestamp()
);

create table api_key (
  id int generated always as identity primary key,
  client_id int not null references client,
  name text not null,
  role text not null
    check (role in ('admin', 'planner', 'clerk', 'cashier', 'partner', 'reader')),
  operator boolean not null default false,
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  created_at timestamptz not null default clock_timestamp(),
  revoked_at timestamptz
);
create index api_key_client on api_key (client_id, id);

create table sku (
  id bigint generated always as identity primary key,
  client_id int not null references client,
  code text collate "C" not null,
  name text not null,
  barcodes text[] not null default '{}',
  unit text not null,
  scale smallint not null check (scale between 0 and 6),
  length_mm int not null default 0 check (length_mm >= 0),
  width_mm int not null default 0 check (width_mm >= 0),
  height_mm int not null default 0 check (height_mm >= 0),
  weight_g int not null default 0 check (weight_g >= 0),
  category text not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  unique (client_id, code)
);
create index sku_client on sku (client_id, id);
create index sku_category on sku (client_id, category, code);

-- One row per barcode: the unique key that an array column cannot have.
create table sku_barcode (
  client_id int not null references client,
  barcode text collate "C" not null,
  sku_id bigint not null references sku,
  primary key (client_id, barcode)
);
create index sku_barcode_sku on sku_barcode (sku_id);

create table location (
  id int generated always as identity primary key check (id < 1048576),
  client_id int not null references client,
  code text collate "C" not null,
  name text not null,
  kind text not null check (kind in ('store', 'fulfilment_centre')),
  region text not null,
  latitude numeric(8, 6) not null check (latitude between -90 and 90),
  longitude numeric(9, 6) not null check (longitude between -180 and 180),
  time_zone text not null,
  address text not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  unique (client_id, code)
);

-- id = sku_id << 20 | location_id. Rows stay narrow and change in place (no index on what changes,
-- room left in each page), so a hot position costs one small update per batch.
create table position (
  id bigint primary key,
  client_id int not null,
  on_hand bigint not null default 0 check (on_hand >= 0),
  reserved bigint not null default 0 check (reserved >= 0),
  safety_stock bigint not null default 0 check (safety_stock >= 0),
  shortfall bigint not null default 0,
  version bigint not null default 0 check (version >= 0),
  updated_at timestamptz not null default clock_timestamp(),
  constraint position_never_oversold check (reserved <= on_hand + shortfall),
  constraint position_shortfall_is_real
    check (shortfall = greatest(0, reserved - on_hand))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
create index position_shortfall on position (client_id, id) where shortfall > 0;

-- Kinds: 1 received, 2 sold, 3 reserved, 4 released, 5 expired, 6 counted, 7 adjusted,
-- 8 transferred out, 9 transferred in, 10 written off, 11 returned, 12 safety stock set,
-- 13 confirmed.
create table ledger_entry (
  position_id bigint not null,
  version bigint not null check (version > 0),
  client_id int not null,
  kind smallint not null check (kind between 1 and 13),
  on_hand_delta bigint not null,
  reserved_delta bigint not null,
  on_hand_after bigint not null check (on_hand_after >= 0),
  reserved_after bigint not null check (reserved_after >= 0),
  safety_stock_after bigint not null check (safety_stock_after >= 0),
  at timestamptz not null,
  actor int not null,
  subject uuid,
  note text,
  primary key (position_id, version),
  -- A promise, a sale or a transfer never takes what is not there, whatever the code believes.
  constraint ledger_entry_never_oversold
    check (kind not in (2, 3, 8) or reserved_after <= on_hand_after),
  constraint ledger_entry_respects_safety_stock
    check (kind <> 3 or reserved_after + safety_stock_after <= on_hand_after)
);

-- States: 0 active, 1 confirmed, 2 released, 3 expired. Lines are two parallel arrays.
create table reservation (
  id uuid not null,
  client_id int not null,
  state smallint not null default 0 check (state between 0 and 3),
  position_ids bigint[] not null,
  quantities bigint[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  settled_at timestamptz,
  constraint reservation_ends_once check ((state = 0) = (settled_at is null)),
  constraint reservation_lines
    check (cardinality(position_ids) > 0 and cardinality(position_ids) = cardinality(quantities)),
  primary key (client_id, id)
);
create index reservation_due on reservation (expires_at) where state = 0;

-- States: 0 in transit, 1 received, 2 cancelled.
create table transfer (
  id uuid not null,
  client_id int not null,
  state smallint not null default 0 check (state between 0 and 2),
  to_location int not null,
  position_ids bigint[] not null,
  quantities bigint[] not null,
  sent_at timestamptz not null,
  settled_at timestamptz,
  constraint transfer_ends_once check ((state = 0) = (settled_at is null)),
  constraint transfer_lines
    check (cardinality(position_ids) > 0 and cardinality(position_ids) = cardinality(quantities)),
  primary key (client_id, id)
);

-- One row per command of a client and its idempotency key, written with the effect.
create table command_outcome (
  client_id int not null,
  idempotency_key text collate "C" not null,
  fingerprint uuid not null,
  at timestamptz not null,
  outcome text not null,
  primary key (client_id, idempotency_key)
);
create index command_outcome_at on command_outcome using brin (at) with (autosummarize = on);
