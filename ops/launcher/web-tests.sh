# The tests of the web pages: format and rules, units, and a real browser against the real server.

WEB_LOG=$ROOT/data/logs/web.log

# Debian's own: browsers are not downloaded.
has_chromium() {
  [ -n "${HOLDFAST_CHROMIUM-}" ] || command -v chromium >/dev/null 2>&1 ||
    command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 ||
    [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]
}

need_chromium() {
  has_chromium || fail "${1:-The tests of the pages need} Chromium. Install it: sudo apt-get install chromium, or brew install --cask chromium, or set HOLDFAST_CHROMIUM to a browser's path"
}

# web_step TITLE NPM_ARGS...: one that passes or fails as a whole.
web_step() {
  local title=$1
  shift
  if (cd "$ROOT/web" && exec npm "$@") </dev/null >"$WEB_LOG" 2>&1; then
    passed=$((passed + 1))
    say "  ok $title"
  else
    failed=$((failed + 1))
    say "  FAILED $title. The log: $WEB_LOG"
    tail -n 25 "$WEB_LOG" | sed 's/^/    /'
  fi
}

# web_tests TITLE REPORT NPM_ARGS...: counted by its report.
web_tests() {
  local title=$1 report=$ROOT/web/target/surefire-reports/$2 before=$failed status
  shift 2
  rm -f "$report"
  (cd "$ROOT/web" && exec npm "$@") </dev/null >"$WEB_LOG" 2>&1
  status=$?
  [ ! -f "$report" ] || count_report "$report"
  if [ "$status" -ne 0 ] && [ "$failed" -eq "$before" ]; then failed=$((failed + 1)); fi
  if [ "$failed" -gt "$before" ]; then
    say "  FAILED $title. The log: $WEB_LOG"
    tail -n 60 "$WEB_LOG" | sed 's/^/    /'
  else
    say "  ok $title"
  fi
}

test_pages() {
  say "The web pages"
  web_step "format and rules" run lint
  web_tests units TEST-web-unit.xml test
}

# Each flow in the size that its people use; npm run browser in web/ runs all of them in both.
test_pages_in_browser() {
  say "The web pages in a browser"
  HOLDFAST_HOME=$ROOT HOLDFAST_BROWSER_TESTS=short web_tests "phone and wide" TEST-web-browser.xml run browser
}
