# Where the data is and which ports are used, in the server's own order: flags, environment,
# configuration file, defaults.

DEFAULT_PORT=8448

# settle ARGS...: reads --data, --port, --management-port and --config (--x V or --x=V), sets DATA,
# PORT, MANAGEMENT_PORT and CONFIG, and leaves the other arguments in REST.
settle() {
  DATA=${HOLDFAST_DATA-} PORT=${HOLDFAST_PORT-} MANAGEMENT_PORT=${HOLDFAST_MANAGEMENT_PORT-} CONFIG=
  REST=()
  while [ $# -gt 0 ]; do
    case $1 in
      --data=* | --port=* | --management-port=* | --config=*) setting "${1%%=*}" "${1#*=}" ;;
      --data | --port | --management-port | --config)
        [ $# -ge 2 ] || fail "$1 needs a value, for example: $1 $(example_of "$1")"
        setting "$1" "$2"
        shift
        ;;
      *) REST+=("$1") ;;
    esac
    shift
  done
  : "${DATA:=$(configured data)}"
  : "${DATA:=$ROOT/data}"
  : "${PORT:=$(configured port)}"
  : "${PORT:=$DEFAULT_PORT}"
  : "${MANAGEMENT_PORT:=$(configured management-port)}"
  case $DATA in /*) ;; *) DATA=$PWD/$DATA ;; esac
  check_port_number HOLDFAST_PORT "$PORT"
  : "${MANAGEMENT_PORT:=$(port_beside "$PORT")}"
  check_port_number HOLDFAST_MANAGEMENT_PORT "$MANAGEMENT_PORT"
}

setting() {
  case $1 in
    --data) DATA=$2 ;;
    --port) PORT=$2 ;;
    --management-port) MANAGEMENT_PORT=$2 ;;
    --config) CONFIG=$2 ;;
  esac
}

# configured KEY: its value in the configuration file, which is flat "key = value"; empty if not there.
configured() {
  sed -n 's/^ *"\{0,1\}'"$1"'"\{0,1\} *[:=] *"\{0,1\}\([^"#]*[^"# ]\).*/\1/p' \
    "${CONFIG:-holdfast.conf}" 2>/dev/null | tail -n 1
}

example_of() {
  case $1 in
    --data) say ./data ;;
    --config) say holdfast.conf ;;
    --port) say "$DEFAULT_PORT" ;;
    *) say "$((DEFAULT_PORT + 1))" ;;
  esac
}

# The management port follows the port, so that one setting moves both. 0 means: any free one.
port_beside() {
  if [ "$1" = 0 ]; then say 0; else say "$((10#$1 + 1))"; fi
}

check_port_number() {
  case $2 in
    '' | *[!0-9]*) ;;
    *) [ "${#2}" -le 5 ] && [ "$2" -le 65535 ] && return ;;
  esac
  fail "$1 is '$2', which is no port. Use a number from 1 to 65535, for example: $1=$DEFAULT_PORT"
}

# refuse_rest COMMAND: for commands that take no further arguments.
refuse_rest() {
  [ ${#REST[@]} -eq 0 ] || fail "./holdfast $1 does not know '${REST[0]}'. See: ./holdfast help"
}
