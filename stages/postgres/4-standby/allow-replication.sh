#!/bin/sh
# The image lets nobody copy it by default.
set -eu
echo 'host replication lab all scram-sha-256' >>"$PGDATA/pg_hba.conf"
