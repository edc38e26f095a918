-- Files of SKUs and locations are written as one client, under row-level security, and their outcome
-- is stored in the same transaction. (Files of stock are written by the batch writer, which may
-- already do all that they need.)
create policy own_client on command_outcome to "${app}"
  using (client_id = (select nullif(current_setting('holdfast.client', true), '')::int));
grant select, insert on command_outcome to "${app}";
