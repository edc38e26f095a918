# What must hold before anything is built or started: one sentence each, with the mend.

LEAST_DISK_KB=$((2 * 1024 * 1024))
LEAST_NODE=20

# need_disk FOLDER MEND: where it is to write; the folder may not exist yet.
need_disk() {
  local folder=$1 free
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  free=$(df -Pk "$folder" | awk 'NR == 2 { print $4 }')
  [ "${free:-0}" -ge "$LEAST_DISK_KB" ] || fail \
    "Holdfast needs 2 GB of free disk, and $folder has $((${free:-0} / 1024)) MB. $2"
}

need_writable() {
  if mkdir -p "$1" 2>/dev/null && [ -w "$1" ]; then return; fi
  fail "Holdfast cannot write to $1. Make it writable (sudo chown $(id -un) '$1'), or keep the data elsewhere: ./holdfast up --data /another/folder"
}

# Only the web application needs Node, and only when it is part of this checkout.
need_node() {
  [ -f "$ROOT/web/package.json" ] || return 0
  local version
  version=$(node -v 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
  [ "${version:-0}" -ge "$LEAST_NODE" ] || fail \
    "Building the web application needs Node $LEAST_NODE or newer, and ${version:+only }${version:-none} was found. Install it: sudo apt-get install nodejs npm, or brew install node, or https://nodejs.org"
}

port_is_taken() {
  [ "$1" != 0 ] && (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# The first port above this one that is free together with the one beside it.
free_port_above() {
  local candidate=$(($1 + 10))
  while [ "$candidate" -lt 65000 ]; do
    port_is_taken "$candidate" || port_is_taken "$(port_beside "$candidate")" || break
    candidate=$((candidate + 10))
  done
  say "$candidate"
}

need_ports() {
  if port_is_taken "$PORT"; then
    fail "Port $PORT is taken by another program. Use another one: HOLDFAST_PORT=$(free_port_above "$PORT") ./holdfast up"
  fi
  if port_is_taken "$MANAGEMENT_PORT"; then
    fail "Port $MANAGEMENT_PORT, for health and metrics, is taken by another program. Use another one: HOLDFAST_MANAGEMENT_PORT=$(free_port_above "$MANAGEMENT_PORT") ./holdfast up"
  fi
}
