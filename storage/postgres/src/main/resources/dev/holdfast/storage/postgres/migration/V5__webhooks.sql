-- Webhooks are told from the ledger itself: nothing is written per command. What is kept is how far
-- each webhook has been told, per position.

create table webhook (
  id int generated always as identity primary key,
  client_id int not null references client,
  url text not null,
  -- Names of event types; none means all.
  event_types text[] not null,
  sees_balances boolean not null,
  active boolean not null default true,
  -- Grows whenever a person changes something, so that whoever delivers looks again.
  revision bigint not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  last_success_at timestamptz,
  last_failure_at timestamptz,
  last_failure text,
  pending bigint not null default 0
);
create index webhook_client on webhook (client_id, id);

-- What deliveries are signed with: the newest, and the one before until its time is over.
create table webhook_secret (
  id int generated always as identity primary key,
  webhook_id int not null references webhook on delete cascade,
  client_id int not null,
  secret text not null,
  valid_until timestamptz
);
create unique index webhook_secret_newest on webhook_secret (webhook_id) where valid_until is null;
create index webhook_secret_webhook on webhook_secret (webhook_id, id);

-- No row: everything before the webhook was made counts as told.
create table webhook_cursor (
  webhook_id int not null references webhook on delete cascade,
  position_id bigint not null,
  client_id int not null,
  delivered_version bigint not null check (delivered_version >= 0),
  tries int not null default 0 check (tries >= 0),
  reason text,
  next_try_at timestamptz,
  parked_at timestamptz,
  primary key (webhook_id, position_id),
  constraint webhook_cursor_failure_has_reason check (tries = 0 or reason is not null),
  constraint webhook_cursor_parked_after_tries check (parked_at is null or tries > 0)
) with (fillfactor = 80);
create index webhook_cursor_parked on webhook_cursor (webhook_id, position_id)
  where parked_at is not null;

-- Levels of what can be promised whose crossing is an event.
create table threshold (
  position_id bigint not null,
  client_id int not null,
  low_stock bigint check (low_stock >= 0),
  back_in_stock bigint check (back_in_stock > 0),
  updated_at timestamptz not null default clock_timestamp(),
  primary key (client_id, position_id),
  constraint threshold_says_something check (low_stock is not null or back_in_stock is not null)
);

do $$
declare
  t text;
begin
  foreach t in array array['webhook', 'webhook_secret', 'webhook_cursor', 'threshold'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy audit_reads on %I for select to "${audit}" using (true)', t);
    execute format(
      'create policy own_client on %I to "${app}"'
      || ' using (client_id = (select nullif(current_setting(''holdfast.client'', true), '''')::int))',
      t);
  end loop;
  foreach t in array array['webhook', 'webhook_cursor'] loop
    execute format('create policy jobs_every_client on %I to "${jobs}" using (true)', t);
  end loop;
  foreach t in array array['webhook_secret', 'threshold', 'client', 'sku', 'location', 'position',
    'ledger_entry'] loop
    execute format(
      'create policy jobs_every_client on %I for select to "${jobs}" using (true)', t);
  end loop;
end
$$;

-- The auditor has no use for secrets.
grant select on webhook, webhook_cursor, threshold to "${audit}";
grant select (id, webhook_id, client_id, valid_until) on webhook_secret to "${audit}";

-- Secrets are written by the app and read by whoever delivers, never the other way round.
grant select, delete on webhook to "${app}";
grant insert (client_id, url, event_types, sees_balances) on webhook to "${app}";
grant update (url, event_types, sees_balances, active, revision) on webhook to "${app}";
grant select (id, webhook_id, client_id, valid_until) on webhook_secret to "${app}";
grant insert (webhook_id, client_id, secret) on webhook_secret to "${app}";
grant update (valid_until) on webhook_secret to "${app}";
grant delete on webhook_secret to "${app}";
grant select on webhook_cursor to "${app}";
grant update (delivered_version, tries, reason, next_try_at, parked_at) on webhook_cursor
  to "${app}";
grant select, insert, delete on threshold to "${app}";
grant update (low_stock, back_in_stock, updated_at) on threshold to "${app}";

grant select on webhook, webhook_secret, webhook_cursor, threshold to "${jobs}";
grant update (last_success_at, last_failure_at, last_failure, pending) on webhook to "${jobs}";
grant insert on webhook_cursor to "${jobs}";
grant update (delivered_version, tries, reason, next_try_at, parked_at) on webhook_cursor
  to "${jobs}";
grant select (id, code) on client to "${jobs}";
grant select (id, client_id, code, scale) on sku to "${jobs}";
grant select (id, client_id, code) on location to "${jobs}";
grant select (id, client_id, version, updated_at) on position to "${jobs}";
grant select (position_id, version, client_id, kind, on_hand_after, reserved_after,
  safety_stock_after, at, subject, note) on ledger_entry to "${jobs}";
