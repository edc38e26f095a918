-- People sign in. An account is a person who owns one key: what that key may do, the person may, and
-- histories name them by it. The key's own secret is known to nobody; a session stands in for it.

alter table api_key drop constraint api_key_role_check;
alter table api_key add constraint api_key_role_check
  check (role in ('admin', 'planner', 'clerk', 'cashier', 'partner', 'reader', 'shopper'));

alter table api_key
  -- Belongs to an account, and so is not listed or revoked with the keys.
  add column personal boolean not null default false,
  -- The secret itself, of the key that a public shop tells to everybody.
  add column published_secret text,
  add constraint api_key_only_a_shoppers_is_published
    check (published_secret is null or role = 'shopper');
create unique index api_key_published on api_key (client_id)
  where published_secret is not null and revoked_at is null;

create table account (
  id int generated always as identity primary key,
  client_id int not null references client,
  key_id int not null unique references api_key,
  -- In small letters. One in the whole installation, because people sign in by it.
  email text not null unique,
  -- Argon2id in PHC form; null: signs in by the identity provider only.
  password_hash text,
  -- Who that is to the identity provider, from the first time on.
  issuer text,
  subject text,
  created_at timestamptz not null default clock_timestamp(),
  disabled_at timestamptz,
  last_sign_in_at timestamptz,
  constraint account_subject_has_issuer check ((issuer is null) = (subject is null))
);
create index account_client on account (client_id, id);
create unique index account_subject on account (issuer, subject) where subject is not null;

create table session (
  secret_hash bytea primary key check (octet_length(secret_hash) = 32),
  account_id int not null references account on delete cascade,
  client_id int not null,
  created_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp()
);
create index session_account on session (account_id, created_at);

do $$
declare
  t text;
begin
  foreach t in array array['account', 'session'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy audit_reads on %I for select to "${audit}" using (true)', t);
    execute format('create policy access_every_client on %I to "${access}" using (true)', t);
  end loop;
end
$$;

-- The auditor has no use for hashes of passwords and sessions.
grant select (id, client_id, key_id, email, issuer, created_at, disabled_at, last_sign_in_at)
  on account to "${audit}";
grant select (account_id, client_id, created_at, last_seen_at) on session to "${audit}";

grant select, insert on account to "${access}";
grant update (password_hash, issuer, subject, disabled_at, last_sign_in_at)
  on account to "${access}";
grant update (name, role) on api_key to "${access}";
grant select, insert, delete on session to "${access}";
grant update (last_seen_at) on session to "${access}";
