-- On the standby nothing is made: it has what the primary has (stage 3). What the primary needs:
-- wal_level = replica or logical, and for each standby a slot that keeps the log until it has it.
select pg_create_physical_replication_slot('lab_standby', true);
