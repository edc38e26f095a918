-- The files of ./holdfast generate, as they are: one row per order line and shipment, no index.
create schema lab;
set search_path = lab;

create table order_line (
  client text not null,
  order_number text not null,
  order_row smallint not null,
  line smallint not null,
  shipment smallint not null,
  part smallint not null,
  shipments smallint not null,
  placed_at timestamptz not null,
  location text not null,
  zone text not null,
  postcode text not null,
  carrier text,
  service text,
  category text not null,
  sku text not null,
  ordered int not null,
  filled int not null,
  returned int not null,
  amount bigint not null,
  currency text not null,
  released_at timestamptz,
  shipped_at timestamptz,
  ship_by timestamptz,
  promised date,
  arrival date,
  cartons smallint not null,
  shipping int not null,
  state text not null
);

create table stock_movement (
  client text not null,
  at timestamptz not null,
  location text not null,
  zone text not null,
  category text not null,
  kind text not null,
  units bigint not null
);

create table pick_walk (
  client text not null,
  at timestamptz not null,
  location text not null,
  zone text not null,
  list int not null,
  picks int not null,
  walk_mm bigint not null
);
