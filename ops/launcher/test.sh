#!/usr/bin/env bash
# Tests of the launcher itself, against a stand-in for the server, in a folder of their own.
# Prints a line per test, "ok ..." or "FAILED ...", and ends with 1 when one failed.
# Needs a JDK 25 (./holdfast test brings it) and takes about 15 seconds.
set -uo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
CHECKOUT=$(cd "$HERE/../.." && pwd -P)
TEMPORARY=$(mktemp -d)
WORK="$TEMPORARY/a folder with spaces"
FAILURES=0
STRANGER=
for part in say jdk settings checks; do
  # shellcheck source=/dev/null
  . "$HERE/$part.sh"
done
find_jdk || fail "$(jdk_missing_sentence)"
REAL_JDK=$HOLDFAST_JDK
unset HOLDFAST_DATA HOLDFAST_PORT HOLDFAST_MANAGEMENT_PORT HOLDFAST_DATABASE_URL

# ---- a checkout whose server is the stand-in ------------------------------------------------------

make_checkout() {
  mkdir -p "$WORK/it/ops" "$WORK/it/target" "$WORK/jdk/bin"
  cp "$CHECKOUT/holdfast" "$WORK/it/"
  cp -R "$HERE" "$WORK/it/ops/"
  local app
  for app in server/runtime bench lab; do
    mkdir -p "$WORK/it/$app/target/app"
    touch "$WORK/it/$app/target/app/holdfast-stand-in.jar"
  done
  printf 'JAVA_VERSION="25.0.1"\n' >"$WORK/jdk/release"
  printf '#!/bin/sh\nexec "%s/bin/java" "%s/testing/StandIn.java" "$@"\n' "$REAL_JDK" "$HERE" \
    >"$WORK/jdk/bin/java"
  cp "$WORK/jdk/bin/java" "$WORK/jdk/bin/javac"
  chmod +x "$WORK/jdk/bin/java" "$WORK/jdk/bin/javac"
  touch "$WORK/it/target/built"
}

end_everything() {
  local folder
  [ -z "$STRANGER" ] || kill "$STRANGER" 2>/dev/null
  for folder in "$WORK"/*/; do
    [ ! -f "$folder/run.json" ] || holdfast down --data "${folder%/}" >/dev/null 2>&1
  done
  rm -rf "$TEMPORARY"
}

holdfast() { JAVA_HOME=$WORK/jdk "$BASH" "$WORK/it/holdfast" "$@"; }

# A PATH with the tools that the launcher uses and no java.
bare_path() {
  local tool
  mkdir -p "$WORK/bin"
  for tool in bash sh cat sed awk dirname basename readlink grep head tail tr find ls mkdir rm touch \
    df du id wc mktemp uname; do
    ln -sf "$(command -v "$tool")" "$WORK/bin/$tool"
  done
  printf '%s' "$WORK/bin"
}

# ---- what a test says -----------------------------------------------------------------------------

# expect NAME STATUS PATTERN COMMAND...: the command ends with STATUS and says PATTERN (grep -E).
expect() {
  local name=$1 status=$2 pattern=$3 said got
  shift 3
  said=$("$@" 2>&1 </dev/null)
  got=$?
  if [ "$got" = "$status" ] && printf '%s\n' "$said" | grep -qE -- "$pattern"; then
    say "ok $name"
  else
    FAILURES=$((FAILURES + 1))
    say "FAILED $name: wanted status $status and /$pattern/, got $got and:"
    printf '%s\n' "$said" | sed 's/^/    /'
  fi
}

# on_one_line COMMAND: what it says, for patterns that span lines.
on_one_line() {
  "$@" 2>&1 | tr '\n' ' '
  return "${PIPESTATUS[0]}"
}

# ---- words ----------------------------------------------------------------------------------------

every_command_is_in_help() {
  local word
  for word in up down status serve test import export report keys accounts clients config bench race drill audit logs help; do
    holdfast help | grep -qE "^  $word  " || { say "missing: $word"; return 1; }
  done
}

every_command_of_help_exists() {
  local word
  for word in $(holdfast help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p'); do
    grep -qE "^    (.* \| )?$word( \| .*)?\) " "$CHECKOUT/holdfast" || { say "no such command: $word"; return 1; }
  done
}

test_words() {
  expect "anUnknownCommandNamesTheNearest" 1 "no command 'stauts'.*Did you mean: ./holdfast status\?" \
    holdfast stauts
  expect "aCommandUnlikeAnyPointsToHelp" 1 "no command 'frobnicate'. All of them: ./holdfast help" \
    holdfast frobnicate
  expect "helpListsEveryCommand" 0 "" every_command_is_in_help
  expect "everyCommandOfHelpExists" 0 "" every_command_of_help_exists
  expect "aFlagWithoutItsValueIsExplained" 1 "^--port needs a value, for example: --port 8448" \
    holdfast up --port
  expect "aPortThatIsNoneIsExplained" 1 "HOLDFAST_PORT is 'eighty', which is no port" \
    env HOLDFAST_PORT=eighty "$BASH" "$WORK/it/holdfast" up
  expect "anUnknownFlagOfUpIsRefused" 1 "up does not know '--fast'" holdfast up --fast
}

# ---- what is missing ------------------------------------------------------------------------------

test_missing() {
  expect "aMissingJdkIsOneSentenceWithTheMend" 1 "needs JDK 25 or newer and found none" \
    env -i HOME=/nonexistent HOLDFAST_JDK_ROOT=/nonexistent PATH="$(bare_path)" "$BASH" "$WORK/it/holdfast" up
  expect "anOlderJdkIsNotTaken" 1 "apt-get install openjdk-25" \
    env -i HOME=/nonexistent HOLDFAST_JDK_ROOT=/nonexistent PATH="$(bare_path)" \
    JAVA_HOME="$(older_jdk)" "$BASH" "$WORK/it/holdfast" up
  expect "mvnwSaysTheSameOfAMissingJdk" 1 "needs JDK 25 or newer and found none" \
    env -i HOME=/nonexistent HOLDFAST_JDK_ROOT=/nonexistent PATH="$(bare_path)" sh "$CHECKOUT/mvnw" -version
  mkdir -p "$WORK/full" && printf '#!/bin/sh\necho header; echo disk 9 9 1024 99%% /\n' >"$WORK/full/df"
  chmod +x "$WORK/full/df"
  expect "aFullDiskIsExplained" 1 "needs 2 GB of free disk, and .* has 1 MB" \
    env JAVA_HOME="$WORK/jdk" PATH="$WORK/full:$PATH" "$BASH" "$WORK/it/holdfast" up --data "$WORK/none"
  mkdir -p "$WORK/it/web" && printf '{}\n' >"$WORK/it/web/package.json"
  expect "aMissingNodeIsExplained" 1 "needs Node 20 or newer" \
    env -i JAVA_HOME="$WORK/jdk" HOME="$HOME" PATH="$(bare_path)" "$BASH" "$WORK/it/holdfast" up \
    --data "$WORK/none"
  rm -r "$WORK/it/web" && touch "$WORK/it/target/built"
}

older_jdk() {
  cp -R "$WORK/jdk" "$WORK/jdk-17"
  printf 'JAVA_VERSION="17.0.15"\n' >"$WORK/jdk-17/release"
  printf '%s' "$WORK/jdk-17"
}

# ---- the life of a server -------------------------------------------------------------------------

test_life() {
  local port one=$WORK/one two=$WORK/two
  # Below 32768: above, the system hands ports out to outgoing connections at any moment.
  port=$(free_port_above $((20000 + RANDOM % 12000)))
  expect "statusOfNothingSaysHowToStart" 3 "does not run on .*one. Start it: ./holdfast up" \
    holdfast status --data "$one"
  # The number of a process that ended belongs to another program by now.
  sleep 300 &
  STRANGER=$!
  mkdir -p "$one"
  say "{\"pid\":$STRANGER,\"url\":\"http://127.0.0.1:9\",\"management\":\"http://127.0.0.1:9\"}" >"$one/run.json"
  expect "aStaleRunFileIsIgnored" 0 \
    "Admin key, shown this once: hf_stand_in.*as admin@localhost; password, shown this once: stand-in-password" \
    on_one_line holdfast up --data "$one" --port "$port"
  expect "theFirstKeyIsShownOnce" 1 "^$" cat_absent "$one/first-admin-key"
  expect "theFirstPasswordIsShownOnce" 1 "^$" cat_absent "$one/first-admin-password"
  expect "aSecondUpSaysThatItRuns" 0 "already runs at http://127.0.0.1:$port " \
    holdfast up --data "$one" --port "$port"
  expect "statusNamesTheAddress" 0 "address +http://127.0.0.1:$port$" holdfast status --data "$one"
  expect "logsShowTheSteps" 0 "^STEP Starting" holdfast logs --data "$one"
  expect "aBusyPortIsExplained" 1 \
    "Port $port is taken by another program. Use another one: HOLDFAST_PORT=[0-9]+ ./holdfast up" \
    holdfast up --data "$two" --port "$port"
  expect "downStopsIt" 0 "^Stopped the server \(process [0-9]+\) in" holdfast down --data "$one"
  expect "downOfNothingSaysSo" 0 "does not run on" holdfast down --data "$one"
  printf 'data = "%s" # here\nport = %s\n' "$one" "$port" >"$WORK/holdfast.conf"
  expect "theConfigurationFileNamesDataAndPort" 0 "serves at http://127.0.0.1:$port$" \
    holdfast up --config "$WORK/holdfast.conf"
  holdfast down --data "$one" >/dev/null
  expect "aSecondStartShowsNoKey" 0 "was shown at the first start" \
    holdfast up --data "$one" --port "$port"
  holdfast down --data "$one" >/dev/null
  expect "aServerThatDiesSaysWhy" 1 "ended while it was starting: the moon is full" \
    env STAND_IN_FAILS="the moon is full" JAVA_HOME="$WORK/jdk" "$BASH" "$WORK/it/holdfast" up \
    --data "$two" --port "$port"
}

# Prints an empty line and fails when there is no such file, as wanted; prints the file otherwise.
cat_absent() { cat "$1" 2>/dev/null || { say ""; return 1; }; }

# ---- building -------------------------------------------------------------------------------------

test_building() {
  mkdir -p "$WORK/it/domain/src/main" && touch "$WORK/it/domain/src/main/Sku.java"
  printf '#!/bin/sh\necho "[ERROR] domain/Sku.java: no such cargo"; exit 1\n' >"$WORK/it/mvnw"
  chmod +x "$WORK/it/mvnw"
  touch -t 200001010000 "$WORK/it/target/built"
  expect "aFailedBuildShowsItsLastWordsAndTheLog" 1 "no such cargo" holdfast version
  expect "aFailedBuildNamesTheLog" 1 "The whole log: .*/data/logs/build.log" holdfast version
  printf '#!/bin/sh\necho "[INFO] Building Holdfast domain 0.1.0-SNAPSHOT                [2/10]"; sleep 1\n' >"$WORK/it/mvnw"
  expect "aNewerSourceIsBuiltAndTheModuleIsNamed" 1 "Building 2/10  Holdfast domain$" \
    env STAND_IN_FAILS=enough JAVA_HOME="$WORK/jdk" "$BASH" "$WORK/it/holdfast" version
  printf '#!/bin/sh\necho "[ERROR] built again"; exit 1\n' >"$WORK/it/mvnw"
  expect "whatIsBuiltIsNotBuiltAgain" 1 "^STEP Starting the stand-in" \
    env STAND_IN_FAILS=enough JAVA_HOME="$WORK/jdk" "$BASH" "$WORK/it/holdfast" version
}

trap end_everything EXIT
make_checkout
test_words
test_missing
test_life
test_building
[ "$FAILURES" -eq 0 ]
