# down, status, logs: what to do with a server that runs.

STOP_WITHIN_SECONDS=30

down() {
  settle "$@"
  refuse_rest down
  local pid
  pid=$(running_pid)
  if [ -n "$pid" ]; then
    stop_process "$pid" TERM "the server"
  elif ! process_is "$(run_field postgresPid)" postgres; then
    say "Holdfast does not run on $DATA."
    return 0
  fi
  stop_left_postgres
  rm -f "$DATA/run.json" "$DATA/starting.pid"
}

running_pid() {
  if server_lives; then run_field pid; else starting_pid; fi
}

# A server that was killed leaves its PostgreSQL behind. SIGINT is PostgreSQL's fast, clean shutdown.
stop_left_postgres() {
  local pid
  pid=$(run_field postgresPid)
  ! process_is "$pid" postgres || stop_process "$pid" INT "the PostgreSQL that a killed server left running"
}

# stop_process PID SIGNAL NAME: asks it to stop and waits; never kills it hard.
stop_process() {
  local began=$SECONDS
  kill "-$2" "$1" 2>/dev/null || fail \
    "Could not stop $3 (process $1): it belongs to another user. Stop it as that user, or with sudo."
  while kill -0 "$1" 2>/dev/null; do
    [ $((SECONDS - began)) -lt "$STOP_WITHIN_SECONDS" ] || fail \
      "$3 (process $1) was asked to stop $STOP_WITHIN_SECONDS s ago and still runs. See what it does: ./holdfast logs. To end it hard (nothing acknowledged is lost): kill -9 $1"
    progress "Stopping $3"$'\t'"$((SECONDS - began)) s"
    sleep 0.2
  done
  progress_end
  say "Stopped $3 (process $1) in $((SECONDS - began)) s."
}

# Exit status 0: it serves; 3: it does not (as for system services).
status() {
  settle "$@"
  refuse_rest status
  local pid
  if server_answers; then
    show_running
  elif server_lives; then
    say "Holdfast's process $(run_field pid) lives but does not answer. See: ./holdfast logs"
    return 3
  elif pid=$(starting_pid); then
    say "Holdfast is starting (process $pid). See: ./holdfast logs -f"
    return 3
  else
    say "Holdfast does not run on $DATA. Start it: ./holdfast up"
    return 3
  fi
}

show_running() {
  local ready=yes database
  database="yours, at $(run_field databaseUrl)"
  probe "$(run_field management)" /readyz || ready="no: see ./holdfast logs"
  [ "$(run_field embedded)" != true ] || database="embedded (process $(run_field postgresPid))"
  say "Holdfast runs"
  say "  address     $(run_field url)"
  say "  management  $(run_field management)  (/livez /readyz /startupz /metrics)"
  say "  ready       $ready"
  say "  process     $(run_field pid)"
  say "  database    $database"
  say "  data        $DATA ($(du -sh "$DATA" 2>/dev/null | cut -f1))"
  say "  log         $DATA/logs/holdfast.log"
}

logs() {
  settle "$@"
  local log=$DATA/logs/holdfast.log
  [ -f "$log" ] || fail "There is no log at $log yet. Start the server: ./holdfast up"
  case "${REST[*]-}" in
    '') tail -n 200 "$log" ;;
    -f) exec tail -n 50 -F "$log" ;;
    *) fail "./holdfast logs knows only -f (follow), not '${REST[*]}'." ;;
  esac
}
