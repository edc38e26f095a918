# demo shots: pictures of the pages, from a server and a demo company of their own.

SHOTS_USAGE="./holdfast demo shots DIR [NAME]: pictures of every page, phone and wide, light and dark, in the
folder DIR. It starts a server with the demo company of its own, lets it do some business, and ends it.
With NAME only the pages whose name has it are taken: shop, store, operations-live ...
It takes about six minutes, because charts need something to show. Example: ./holdfast demo shots ./pictures"

demo() {
  case "${1-} ${2-}" in
    "shots -h" | "shots --help" | "-h "* | "--help "* | " ") say "$SHOTS_USAGE" && return ;;
    shots\ *) ;;
    *) fail "./holdfast demo knows 'shots', and not '$1'. Its use:" "$SHOTS_USAGE" ;;
  esac
  [ -n "${2-}" ] || fail "Where should the pictures go? Name a folder: ./holdfast demo shots ./pictures"
  [ $# -le 3 ] || fail "demo shots takes a folder and at most one name, and not '$4' too. A folder with spaces in its name needs quotes."
  need_room_for_shots "$2"
  need_node
  need_chromium "Taking pictures of the pages needs"
  ensure_built
  take_shots "$(cd "$2" && pwd -P)" "${3-}"
}

# need_room_for_shots FOLDER: it can be written, and nothing but earlier pictures is in it.
need_room_for_shots() {
  local other
  [ ! -e "$1" ] || [ -d "$1" ] || fail "$1 is a file. Name a folder for the pictures: ./holdfast demo shots ./pictures"
  if ! mkdir -p "$1" 2>/dev/null || [ ! -w "$1" ] || [ ! -x "$1" ]; then
    fail "Holdfast cannot write to $1. Make it writable (sudo chown $(id -un) '$1'), or name another folder: ./holdfast demo shots ~/pictures"
  fi
  other=$(find "$1" -mindepth 1 -maxdepth 1 ! -name '*-light.png' ! -name '*-dark.png' -print | head -n 1)
  [ -z "$other" ] ||
    fail "$1 has other files in it, such as $(basename "$other"), and some forty pages would lie among them. Name a new folder, for example: ./holdfast demo shots '${1%/}/pictures'"
}

# take_shots FOLDER NAME
take_shots() {
  local began=$SECONDS status=0 setting taken
  # A database, a port or a folder of the person's own installation is not for this.
  for setting in $(compgen -e HOLDFAST_); do
    case $setting in HOLDFAST_HOME | HOLDFAST_JDK | HOLDFAST_CHROMIUM) ;; *) unset "$setting" ;; esac
  done
  touch "$ROOT/target/shots-began"
  (cd "$ROOT/web" && HOLDFAST_HOME=$ROOT HOLDFAST_SHOTS=$1 exec npx --no-install \
    playwright test --config playwright.shots.config.ts ${2:+-g " $2"}) || status=$?
  [ "$status" -lt 128 ] || exit "$status"
  taken=$(find "$1" -name '*.png' -newer "$ROOT/target/shots-began" | wc -l | tr -d ' ')
  rm -f "$ROOT/target/shots-began"
  [ "$status" -eq 0 ] || fail "Not every page could be taken; what went wrong is above. $taken pictures are in $1"
  say "$taken pictures in $((SECONDS - began)) s. They are in $1"
}
