package dev.holdfast.bench.audit;

import java.util.List;

/** Invariant 9 in the schema: row-level security, and roles that can do no more than their work. */
final class RoleChecks {
  private static final String OWNER_RUNS =
      " as the database's owner; what each role may do is in the migrations of storage/postgres.";

  private static final String SECURED =
      """
      select 1, null, null, 'table ' || relname,
        format('row-level security %s, %s', case when relrowsecurity then 'on' else 'off' end,
          case when relforcerowsecurity then 'forced' else 'not forced' end),
        'on and forced'
      from pg_class
      where relnamespace = 'holdfast'::regnamespace and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity)
        and (relname <> 'flyway_schema_history' or exists (select from (${ROLES}) r
          where has_any_column_privilege(r.name, pg_class.oid, 'select, insert, update')))
      """;

  /** Own: the client of the transaction; every: all rows. */
  private static final String POLICIES =
      """
      with role as (${ROLES}),
      expected as (
        select place, 'audit_reads' as policy, 'audit' as kind, 'SELECT' as command, false as own
        from unnest(array['client', 'api_key', 'sku', 'sku_barcode', 'location', 'position',
          'ledger_entry', 'reservation', 'transfer', 'command_outcome', 'webhook',
          'webhook_secret', 'webhook_cursor', 'threshold', 'account', 'session', 'customer_order',
          'lot', 'fulfilment_setting', 'fulfilment_revision', 'wave', 'pick_list', 'parcel',
          'refusal', 'roll_up', 'roll_up_fact', 'roll_up_mark', 'roll_up_version',
          'open_shipment', 'backlog']) place
        union all
        select place, 'own_client', 'app', 'ALL', true
        from unnest(array['sku', 'sku_barcode', 'location', 'position', 'ledger_entry',
          'reservation', 'transfer', 'command_outcome', 'webhook', 'webhook_secret',
          'webhook_cursor', 'threshold', 'customer_order', 'lot', 'fulfilment_setting',
          'fulfilment_revision', 'wave', 'pick_list', 'parcel']) place
        union all
        select place, 'own_client', 'app', 'SELECT', true
        from unnest(array['api_key', 'roll_up', 'roll_up_fact', 'roll_up_version',
          'open_shipment', 'backlog']) place
        union all
        select 'roll_up_mark', 'everybody_asks_how_fresh', 'app', 'SELECT', false
        union all
        select place, 'writer_every_client', 'writer', 'ALL', false
        from unnest(array['position', 'ledger_entry', 'reservation', 'transfer',
          'command_outcome', 'customer_order', 'lot']) place
        union all
        select place, 'access_every_client', 'access', 'ALL', false
        from unnest(array['client', 'api_key', 'account', 'session']) place
        union all
        select place, 'feed_reads', 'feed', 'SELECT', false
        from unnest(array['position', 'sku', 'location']) place
        union all
        select place, 'jobs_every_client', 'jobs', 'SELECT', false
        from unnest(array['reservation', 'webhook_secret', 'threshold', 'client', 'sku',
          'location', 'position', 'ledger_entry', 'lot', 'wave', 'pick_list',
          'customer_order']) place
        union all
        select place, 'jobs_every_client', 'jobs', 'ALL', false
        from unnest(array['command_outcome', 'webhook', 'webhook_cursor', 'refusal', 'roll_up',
          'roll_up_fact', 'roll_up_mark', 'roll_up_version', 'open_shipment', 'backlog']) place),
      should as (
        select e.place, e.policy, r.name as role, e.command, case when e.own then
            '(client_id = ( SELECT (NULLIF(current_setting(''holdfast.client''::text, true),'
              || ' ''''::text))::integer AS "nullif"))'
          else 'true' end as rule
        from expected e join role r on r.kind = e.kind),
      is_there as (
        select tablename as place, policyname as policy, array_to_string(roles, ', ') as role,
          cmd as command, permissive,
          coalesce(qual, 'none') || coalesce(' with check ' || with_check, '') as rule
        from pg_policies where schemaname = 'holdfast')
      select 1, null, null,
        format('policy %s of table %s', coalesce(s.policy, i.policy), coalesce(s.place, i.place)),
        coalesce(i.command || ' for ' || i.role || ' using ' || i.rule, 'none'),
        coalesce(s.command || ' for ' || s.role || ' using ' || s.rule, 'none')
      from should s full join is_there i on i.place = s.place and i.policy = s.policy
      where (s.role, s.command, s.rule) is distinct from (i.role::text, i.command, i.rule)
        or i.permissive <> 'PERMISSIVE'
      """;

  private static final String RIGHTS =
      """
      select 1, null, null, 'role ' || r.name, case when p.oid is null then 'no such role' else
        concat_ws(', ', case when p.rolsuper then 'superuser' end,
          case when p.rolbypassrls then 'bypasses row-level security' end,
          case when p.rolcreaterole then 'makes roles' end,
          case when p.rolcreatedb then 'makes databases' end,
          case when p.rolreplication and r.kind <> 'feed' then 'replicates' end) end,
        'a role without any such right'
      from (${ROLES}) r left join pg_roles p on p.rolname = r.name
      where p.oid is null or p.rolsuper or p.rolbypassrls or p.rolcreaterole or p.rolcreatedb
        or p.rolreplication and r.kind <> 'feed'
      union all
      select 1, null, null, 'role ' || r.name, 'member of ' || g.rolname, 'member of none'
      from (${ROLES}) r join pg_roles p on p.rolname = r.name
      join pg_auth_members m on m.member = p.oid join pg_roles g on g.oid = m.roleid
      where r.kind <> 'feed' or g.rolname <> 'rds_replication'
      """;

  private static final String OWNING =
      """
      select 1, null, null, 'role ' || r.name, 'owns ' || case
          when d.dbid = (select oid from pg_database where datname = current_database())
          then pg_describe_object(d.classid, d.objid, d.objsubid)
          else 'something in another database or shared by all' end,
        'nothing'
      from (${ROLES}) r join pg_roles p on p.rolname = r.name
      join pg_shdepend d on d.refclassid = 'pg_authid'::regclass and d.refobjid = p.oid
        and d.deptype = 'o'
      union all
      select 1, null, null, 'role ' || r.name, 'may create in ' || w.place, 'nowhere'
      from (${ROLES}) r join pg_roles p on p.rolname = r.name
      cross join lateral (values
        ('the schema holdfast', has_schema_privilege(p.oid, 'holdfast', 'create')),
        ('the database', has_database_privilege(p.oid, current_database(), 'create')))
        w(place, allowed)
      where w.allowed
      """;

  private static final String WRITING =
      """
      select case when t.place = 'ledger_entry' and x.act <> 'insert' then 1 else 2 end, null, null,
        'role ' || r.name, format('may %s %s', x.act, t.place), 'may not'
      from (${ROLES}) r join pg_roles p on p.rolname = r.name
      cross join unnest(array['position', 'ledger_entry', 'reservation', 'transfer',
        'customer_order', 'lot']) t(place)
      cross join lateral (values
        ('insert', has_any_column_privilege(p.oid, 'holdfast.' || t.place, 'insert')),
        ('update', has_any_column_privilege(p.oid, 'holdfast.' || t.place, 'update')),
        ('delete', has_table_privilege(p.oid, 'holdfast.' || t.place, 'delete')),
        ('truncate', has_table_privilege(p.oid, 'holdfast.' || t.place, 'truncate')))
        x(act, allowed)
      where x.allowed and not (r.kind = 'writer'
        and (x.act = 'insert' or x.act = 'update' and t.place <> 'ledger_entry'))
      """;

  private RoleChecks() {}

  static List<Question> questions() {
    return List.of(
        new Question(
            SECURED,
            new Check(
                9,
                "row-level security is forced on every table",
                Examined.TABLES,
                "Run ALTER TABLE holdfast.TABLE ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY"
                    + OWNER_RUNS)),
        new Question(
            POLICIES,
            new Check(
                9,
                "the policies are those of the program",
                Examined.POLICIES,
                "DROP POLICY what does not belong there and CREATE POLICY what is missing"
                    + OWNER_RUNS)),
        new Question(
            RIGHTS,
            new Check(
                9,
                "the program's roles have no rights of an administrator",
                Examined.ROLES,
                "Take it away with ALTER ROLE or REVOKE. A missing role comes back with the next"
                    + " start of a server.")),
        new Question(
            OWNING,
            new Check(
                9,
                "the program's roles own nothing and create nothing",
                Examined.ROLES,
                "ALTER ... OWNER TO the database's owner, and REVOKE CREATE from the role.")),
        new Question(
            WRITING,
            new Check(
                9,
                "no role of the program can change or delete ledger entries",
                Examined.ROLES,
                "REVOKE that" + OWNER_RUNS),
            new Check(
                9,
                "only the batch writer writes stock",
                Examined.ROLES,
                "REVOKE that" + OWNER_RUNS)));
  }
}
