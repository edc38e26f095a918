# Builds what is missing or older than its sources.

BUILD_LOG=$ROOT/data/logs/build.log
BUILD_STAMP=$ROOT/target/built
SOURCES="pom.xml .mvn domain demo storage application server bench lab stages web"

# Prints one source that is newer than the last build, or nothing. Folders count: a deleted file
# makes its folder newer.
newer_source() (
  cd "$ROOT" || exit 1
  for source in $SOURCES; do
    [ -e "$source" ] || continue
    find "$source" \( -name target -o -name node_modules -o -name test -o -name browser -o -name shots \) -prune -o \
      \( -name pom.xml -o -path '.mvn/*' -o -path '*/src/*' -o -path 'web/*' \) \
      -newer "$BUILD_STAMP" -print
  done 2>/dev/null | head -n 1
)

is_built() {
  [ -f "$BUILD_STAMP" ] || return 1
  local app
  for app in "$SERVER_APP" "$BENCH_APP" "$LAB_APP"; do
    ls "$ROOT/$app"/holdfast-*.jar >/dev/null 2>&1 || return 1
  done
  [ -z "$(newer_source)" ]
}

# One build at a time in one checkout: a second one would pull the jars from under the first.
take_build_lock() {
  local lock=$ROOT/target/building owner
  mkdir -p "$ROOT/target"
  while ! (set -o noclobber && say "$$" >"$lock") 2>/dev/null; do
    owner=$(cat "$lock" 2>/dev/null)
    if [ -n "$owner" ] && ! process_is "$owner" holdfast; then
      rm -f "$lock"
    else
      progress "Waiting for another ./holdfast that is building (process $owner)"
      sleep 0.5
    fi
  done
  trap 'rm -f "$ROOT/target/building"' EXIT
}

drop_build_lock() {
  rm -f "$ROOT/target/building"
  trap - EXIT
}

# The module being built, as Maven says it: "Building Holdfast domain 0.1.0-SNAPSHOT [2/10]".
module_in_log() {
  sed -n 's/^\[INFO\] Building \(Holdfast.*\) [0-9][^ ]* *\[\([0-9/]*\)\]$/\2  \1/p' "$1" 2>/dev/null | tail -n 1
}

# mark_built_since FILE: the build that began when FILE was written is good.
mark_built_since() { mv "$1" "$BUILD_STAMP"; }

show_build_failure() {
  progress_end
  {
    say "The build failed. Its last words:"
    grep -E '^\[ERROR\]' "$BUILD_LOG" | head -n 12 | sed 's/^/  /'
    grep -qE '^\[ERROR\]' "$BUILD_LOG" || tail -n 12 "$BUILD_LOG" | sed 's/^/  /'
    say "The whole log: $BUILD_LOG"
    if grep -qE 'Could not (transfer|resolve|find artifact)|UnknownHost' "$BUILD_LOG"; then
      say "Something could not be downloaded: check the connection (or the proxy in ~/.m2/settings.xml) and try again."
    fi
  } >&2
  exit 1
}

build_now() {
  local began=$SECONDS builder module
  need_node
  need_disk "$ROOT" "Free some, or clone Holdfast to another disk."
  need_writable "$(dirname "$BUILD_LOG")"
  touch "$ROOT/target/build-began"
  # A person who wants to run Holdfast needs no compiler's opinion of it; ./holdfast test is strict.
  (cd "$ROOT" && JAVA_HOME=$HOLDFAST_JDK exec ./mvnw -B -Dmaven.test.skip=true \
    -Dholdfast.unchecked package) >"$BUILD_LOG" 2>&1 </dev/null &
  builder=$!
  trap 'kill $builder 2>/dev/null; rm -f "$ROOT/target/building"; exit 130' INT TERM
  while kill -0 "$builder" 2>/dev/null; do
    module=$(module_in_log "$BUILD_LOG")
    progress "Building ${module:-(Maven starts)}"$'\t'"$((SECONDS - began)) s"
    sleep 0.3
  done
  wait "$builder" || show_build_failure
  trap - INT TERM
  mark_built_since "$ROOT/target/build-began"
  progress_end "Built in $((SECONDS - began)) s"
}

ensure_built() {
  need_jdk
  is_built && return
  take_build_lock
  is_built || build_now
  drop_build_lock
}
