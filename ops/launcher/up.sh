# up: from a fresh checkout to a running server with the demo company, and two commands to try.

LOG_ROTATES_AT_KB=10240

up() {
  settle "$@"
  refuse_rest up
  if server_answers; then
    say "Holdfast already runs at $(run_field url) (process $(run_field pid)). ./holdfast status tells more."
    return 0
  fi
  refuse_second_start
  need_jdk
  need_writable "$DATA/logs"
  need_disk "$DATA" "Free some, or keep the data elsewhere: ./holdfast up --data /another/disk"
  need_ports
  ensure_built
  start_server
  wait_until_ready
  greet
}

refuse_second_start() {
  local pid
  if pid=$(starting_pid); then
    fail "Another ./holdfast up is starting this server (process $pid). See how far it is: ./holdfast logs -f"
  fi
  if server_lives; then
    fail "A server runs on $DATA (process $(run_field pid)) but does not answer. See why: ./holdfast logs; start again: ./holdfast down && ./holdfast up"
  fi
  rm -f "$DATA/run.json" "$DATA/starting.pid"
}

rotate_log() {
  local size
  size=$(du -k "$LOG" 2>/dev/null | cut -f1)
  [ "${size:-0}" -lt "$LOG_ROTATES_AT_KB" ] || mv "$LOG" "$LOG.1"
}

# The server becomes the leader of its own session, so that closing this terminal leaves it running.
start_server() {
  LOG=$DATA/logs/holdfast.log
  rotate_log
  touch "$LOG"
  LOG_BEGAN=$(wc -l <"$LOG")
  local away=nohup
  if command -v setsid >/dev/null 2>&1; then away=setsid; fi
  "$away" "$BASH" "$ROOT/holdfast" serve --demo --data "$DATA" \
    --port "$PORT" --management-port "$MANAGEMENT_PORT" ${CONFIG:+--config "$CONFIG"} >>"$LOG" 2>&1 </dev/null &
  SERVER_PID=$!
  disown "$SERVER_PID" 2>/dev/null
  say "$SERVER_PID" >"$DATA/starting.pid"
}

# What the server has logged since this start.
fresh_log() { tail -n "+$((LOG_BEGAN + 1))" "$LOG"; }

wait_until_ready() {
  local began=$SECONDS step
  trap 'progress_end; say "The server goes on starting: ./holdfast logs -f shows it, ./holdfast down ends it."; exit 130' INT
  until [ "$(run_field pid)" = "$SERVER_PID" ] && probe "$(run_field management)" /readyz; do
    kill -0 "$SERVER_PID" 2>/dev/null || show_failed_start
    step=$(fresh_log | sed -n 's/^STEP //p' | tail -n 1)
    progress "${step:-Starting}"$'\t'"$((SECONDS - began)) s"
    sleep 0.2
  done
  trap - INT
  rm -f "$DATA/starting.pid"
  progress_end "Ready in $((SECONDS - began)) s"
}

# The last error of a log and, where one follows, its cause:
# "2026-11-20T23:24:01.123Z ERROR ServeCommand: sentence", or the server's plain "ERROR sentence".
last_error() {
  awk '
    /^([0-9T:.Z+-]+ )?ERROR / { text = $0; sub(/^([0-9T:.Z+-]+ )?ERROR +([A-Za-z0-9_$]+: )?/, "", text); next_is_cause = 1; next }
    next_is_cause && /^[a-z]+[.].*(Exception|Error)/ { text = text ": " $0 }
    { next_is_cause = 0 }
    END { print text }'
}

show_failed_start() {
  local sentence
  rm -f "$DATA/starting.pid"
  sentence=$(fresh_log | last_error)
  [ -n "$sentence" ] || sentence=$(fresh_log | grep -v '^STEP ' | tail -n 5)
  fail "The server ended while it was starting: ${sentence:-it said nothing.}" \
    "The whole log: $LOG"
}

greet() {
  local url key password
  url=$(run_field url)
  key=$(cat "$DATA/first-admin-key" 2>/dev/null)
  password=$(cat "$DATA/first-admin-password" 2>/dev/null)
  say ""
  say "Holdfast serves at $url"
  if [ -n "$key" ]; then
    say "Admin key, shown this once: $key"
    rm -f "$DATA/first-admin-key"
  else
    say "The admin key was shown at the first start. Lost it? ./holdfast keys help"
  fi
  if [ -n "$password" ]; then
    say "Sign in there as $FIRST_EMAIL; password, shown this once: $password"
    rm -f "$DATA/first-admin-password"
  fi
  say ""
  say "Reserve one:"
  curl_line "$url" "${key:-YOUR_KEY}" 1
  say "Ask for more than there is, and be refused:"
  curl_line "$url" "${key:-YOUR_KEY}" "$TOO_MANY"
  say ""
  say "Stop it with ./holdfast down; ./holdfast help lists the rest."
}

FIRST_EMAIL=admin@localhost
DEMO_SKU=HB-00001
DEMO_LOCATION=SEA-01
# The demo company holds 100 of it there.
TOO_MANY=101

# curl_line URL KEY QUANTITY: one line to paste. The idempotency key is new each time it is printed.
curl_line() {
  say "  curl -sS $1/v1/reservations -H 'Authorization: Bearer $2' -H 'Idempotency-Key: try-$RANDOM$RANDOM' -H 'Content-Type: application/json' -d '{\"lines\":[{\"sku\":\"$DEMO_SKU\",\"location\":\"$DEMO_LOCATION\",\"quantity\":$3}]}'"
}
