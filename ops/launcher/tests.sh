# test: installs what the tests need, runs all of them, and ends with one line: N passed, N failed.

TEST_LOG=$ROOT/data/logs/test.log

# run_tests MAVEN_ARGS...: extra arguments narrow the run, for example: -pl domain -am
run_tests() {
  local began=$SECONDS passed=0 failed=0 skipped=0
  install_for_tests
  need_jdk
  need_node
  need_disk "$ROOT" "Free some, or clone Holdfast to another disk."
  need_writable "$(dirname "$TEST_LOG")"
  take_build_lock
  count_lines_of "The launcher" test.sh
  test_modules "$@"
  test_format "$@"
  [ $# -gt 0 ] || test_pages
  drop_build_lock
  if [ $# -gt 0 ]; then
    say "The whole program was not started: this run was narrowed to: $*"
  elif is_built; then
    count_lines_of "The whole program" tour.sh
    test_pages_in_browser
  fi
  say ""
  [ "$skipped" -eq 0 ] || say "$skipped skipped"
  say "Took $((SECONDS - began)) s; the whole log: $TEST_LOG"
  say "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

# Only what is missing, only as root, only where there is apt: elsewhere the checks say what to do.
install_for_tests() {
  find_jdk || install_first_of "a JDK 25" temurin-25-jdk openjdk-25-jdk-headless
  command -v curl >/dev/null 2>&1 || install_first_of curl curl
  command -v curl >/dev/null 2>&1 || fail "The tests need curl. Install it: sudo apt-get install curl"
  # Redis carries the feed between processes; nginx is what lookups are compared with.
  command -v redis-server >/dev/null 2>&1 || install_first_of Redis redis-server
  command -v redis-server >/dev/null 2>&1 ||
    fail "The tests need Redis. Install it: sudo apt-get install redis-server, or brew install redis"
  has_nginx || install_first_of nginx nginx-light nginx
  has_nginx || fail "The tests need nginx. Install it: sudo apt-get install nginx-light, or brew install nginx"
  has_chromium || install_first_of Chromium chromium
  need_chromium
}

# Debian keeps it where only root looks.
has_nginx() {
  command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ]
}

# install_first_of NAME PACKAGE...: installs the first package that can be had.
install_first_of() {
  local package name=$1
  shift
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then return; fi
  say "Installing $name for the tests"
  apt-get update -qq >/dev/null 2>&1
  for package in "$@"; do
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null 2>&1 && return
  done
}

# count_lines_of TITLE SCRIPT: runs one of the launcher's own test scripts.
count_lines_of() {
  local line
  say "$1"
  while IFS= read -r line; do
    say "  $line"
    case $line in
      "ok "*) passed=$((passed + 1)) ;;
      "FAILED "*) failed=$((failed + 1)) ;;
    esac
  done < <("$BASH" "$ROOT/ops/launcher/$2" 2>&1)
}

# Every module is tested even when an earlier one failed; the reports, not the words, are counted.
test_modules() {
  forget_reports
  touch "$ROOT/target/build-began"
  local status
  (cd "$ROOT" && JAVA_HOME=$HOLDFAST_JDK exec ./mvnw -B -fae -Dmaven.test.failure.ignore=true \
    -Dspotless.check.skip=true "$@" verify) </dev/null 2>&1 | tee "$TEST_LOG" | show_test_progress
  status=${PIPESTATUS[0]}
  progress_end
  count_reports
  show_failures
  if [ "$status" -ne 0 ]; then
    failed=$((failed + 1))
    show_build_errors
  elif [ $# -eq 0 ]; then
    mark_built_since "$ROOT/target/build-began"
  fi
}

report_folders() {
  find "$ROOT" \( -name node_modules -o -path "$ROOT/data" -o -name .git \) -prune -o \
    -type d \( -path '*/target/surefire-reports' -o -path '*/target/failsafe-reports' \) -print
}

forget_reports() {
  local folder
  while IFS= read -r folder; do rm -f "$folder"/*.xml "$folder"/*.txt; done < <(report_folders)
}

# Turns Maven's log into one line per module and per test class.
show_test_progress() {
  local line module
  while IFS= read -r line; do
    case $line in
      '[INFO] Building Holdfast'*'['*']')
        module=${line#\[INFO\] Building }
        progress_end "${module%% [0-9]*}"
        ;;
      '[INFO] Running '*) [ ! -t 1 ] || progress "Running ${line#\[INFO\] Running }" ;;
      *'Tests run: '*'Time elapsed: '*) show_test_class "$line" ;;
    esac
  done
}

# "[INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in dev.holdfast.X"
show_test_class() {
  local word=ok
  case $1 in *'FAILURE!'* | *'ERROR!'*) word=FAILED ;; esac
  progress_end "$(printf '%s\n' "$1" | sed 's/^[^ ]* Tests run: \([0-9]*\),.*Time elapsed: \([0-9.,]*\) s.* in \(.*\)$/  '"$word"' \1  \3  \2 s/')"
}

# Adds every report's <testsuite> to passed, failed and skipped.
count_reports() {
  local folder report
  while IFS= read -r folder; do
    for report in "$folder"/TEST-*.xml; do
      [ ! -f "$report" ] || count_report "$report"
    done
  done < <(report_folders)
}

count_report() {
  local suite tests broken left
  while IFS= read -r suite; do
    tests=$(suite_number tests "$suite")
    broken=$(($(suite_number failures "$suite") + $(suite_number errors "$suite")))
    left=$(suite_number skipped "$suite")
    passed=$((passed + tests - broken - left))
    failed=$((failed + broken))
    skipped=$((skipped + left))
  done < <(grep '<testsuite ' "$1")
}

suite_number() {
  local number
  number=$(printf '%s\n' "$2" | sed -n 's/.* '"$1"'="\([0-9]*\)".*/\1/p')
  printf '%s' "${number:-0}"
}

# Surefire's own list, one line per failed test: what it prints between "Results:" and the sum.
show_failures() {
  [ "$failed" -gt 0 ] || return 0
  say ""
  awk '/^\[[A-Z]*\] Results:/ { on = 1 }
    /^\[[A-Z]*\] Tests run:/ { on = 0 }
    on && sub(/^\[ERROR\]   +/, "  FAILED  ")' "$TEST_LOG" | head -n 60
}

# Why Maven ended with an error that is no failed test: a compiler's or a formatter's complaint.
show_build_errors() {
  say "The build itself failed:"
  awk '/^\[ERROR\] (Failed to execute goal|COMPILATION ERROR|Could not|Rule)/ { on = 1 }
    /-> \[Help 1\]/ { on = 0 }
    on && sub(/^\[ERROR\] /, "  ")' "$TEST_LOG" | head -n 40
  # Warnings are errors here, and Maven names them as warnings.
  ! grep -q 'warnings found and -Werror' "$TEST_LOG" ||
    sed -n 's/^\[WARNING\] \(.*\.java:\[.*\)/  \1/p' "$TEST_LOG" | sort -u | head -n 40
}

# By itself and last, so that a line too long hides no test of the modules after it.
test_format() {
  local log=$ROOT/data/logs/format.log
  say "The format of the sources"
  if (cd "$ROOT" && JAVA_HOME=$HOLDFAST_JDK exec ./mvnw -B -fae "$@" spotless:check) \
    </dev/null >"$log" 2>&1; then
    passed=$((passed + 1))
    say "  ok format"
  else
    failed=$((failed + 1))
    say "  FAILED format. Mend it: ./mvnw spotless:apply"
    sed -n 's/^\[ERROR\]  *\(src\/.*\)$/    \1/p' "$log"
    grep -q '^\[ERROR\]  *src/' "$log" || grep '^\[ERROR\]' "$log" | head -n 10
  fi
}
