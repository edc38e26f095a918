#!/usr/bin/env bash
# The whole program as a stranger meets it: up, the two printed commands, a restart, a kill, down;
# then every proof in its short form. Needs a built checkout and curl; data goes to a temporary folder.
# Prints a line per test, "ok ..." or "FAILED ...", and ends with 1 when one failed.
set -uo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
ROOT=$(cd "$HERE/../.." && pwd -P)
DATA=$(mktemp -d)
SAID=$DATA/said
FAILURES=0
for part in say settings checks run-file java; do
  # shellcheck source=/dev/null
  . "$HERE/$part.sh"
done
unset HOLDFAST_DATA HOLDFAST_PORT HOLDFAST_MANAGEMENT_PORT HOLDFAST_DATABASE_URL
PORT=$(free_port_above $((20000 + RANDOM % 12000)))

holdfast() { "$BASH" "$ROOT/holdfast" "$@"; }
start() { holdfast up --data "$DATA" --port "$PORT"; }
stop() { holdfast down --data "$DATA"; }

clean_up() {
  stop >/dev/null 2>&1
  rm -rf "$DATA"
}

# check NAME COMMAND...: the command succeeds; what it said is shown when it does not.
check() {
  local name=$1 began=$SECONDS
  shift
  if "$@" >"$SAID" 2>&1 </dev/null; then
    say "ok $name ($((SECONDS - began)) s)"
  else
    FAILURES=$((FAILURES + 1))
    # In one piece: another row may speak at the same time.
    say "FAILED $name:
$(tail -n 40 "$SAID" | awk '{ print "    " $0 }')"
  fi
}

starts() {
  start | tee "$DATA/greeting"
  [ "${PIPESTATUS[0]}" = 0 ] && grep -q "serves at http://127.0.0.1:$PORT" "$DATA/greeting"
}

# printed N: runs the Nth curl line of the first greeting, as a person pastes it.
printed() {
  local line
  line=$(grep '^  curl ' "$DATA/greeting" | sed -n "${1}p")
  [ -n "$line" ] && eval "$line"
}

reserves() {
  printed 1 | tee "$DATA/first" && grep -q '"state" *: *"active"' "$DATA/first"
}

answers_the_same_again() {
  printed 1 | tee "$DATA/second"
  [ -n "$(reservation_id "$DATA/first")" ] && [ "$(reservation_id "$DATA/first")" = "$(reservation_id "$DATA/second")" ]
}

refuses() {
  printed 2 | tee "$DATA/refusal"
  grep -q 'problems/insufficient-stock' "$DATA/refusal" && grep -q '"available"' "$DATA/refusal"
}

reservation_id() { sed -n 's/.*"id" *: *"\([^"]*\)".*/\1/p' "$1" | head -n 1; }

keeps_the_reservation() {
  local key
  key=$(sed -n 's/^Admin key.*: //p' "$DATA/greeting.first")
  curl -sS "http://127.0.0.1:$PORT/v1/reservations/$(reservation_id "$DATA/first")" \
    -H "Authorization: Bearer $key" | tee "$DATA/third"
  grep -q '"state" *: *"active"' "$DATA/third"
}

restarts() { stop && starts; }

survives_a_kill() {
  local pid
  pid=$(run_field pid)
  kill -9 "$pid" && while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
  holdfast status --data "$DATA" && return 1
  starts
}

leaves_nothing() {
  local postgres
  postgres=$(run_field postgresPid)
  [ -n "$postgres" ] && stop && ! process_is "$postgres" postgres && [ ! -e "$DATA/run.json" ]
}

tour() {
  check aStrangerGetsARunningServer starts
  cp "$DATA/greeting" "$DATA/greeting.first"
  check thePrintedReservationIsMade reserves
  check pastedTwiceItAnswersTheSame answers_the_same_again
  check thePrintedOverAskIsRefusedHonestly refuses
  check itStopsAndStartsAgain restarts
  check theReservationIsThereAfterTheRestart keeps_the_reservation
  check upRepairsAfterAKill survives_a_kill
  check theReservationIsThereAfterTheKill keeps_the_reservation
  check theAuditHolds holdfast audit --data "$DATA"
  check downLeavesNothingRunning leaves_nothing
}

# prove PROOF...: one after the other; ends with the number of those that failed.
prove() {
  local proof FAILURES=0 SAID
  SAID=$(mktemp "$DATA/said.XXXXXX")
  for proof in "$@"; do
    # shellcheck disable=SC2086 # a proof is words
    check "$proof --quick" holdfast $proof --quick
  done
  return "$FAILURES"
}

# In two rows at once: short forms judge what is right, never what is fast, and they wait a lot.
proofs() {
  local other
  prove "bench hot-sku" "bench spread" "bench import" "bench lookup" "bench feed" "race" \
    "bench report" "bench peak" &
  other=$!
  prove "lab" "bench lone" "bench lookup --skus 50" "bench feed --redis" "bench view" \
    "bench rates" "bench sourcing" "bench pickpath" "drill crash"
  FAILURES=$((FAILURES + $?))
  wait "$other" || FAILURES=$((FAILURES + 1))
}

trap clean_up EXIT
tour
proofs
[ "$FAILURES" -eq 0 ]
