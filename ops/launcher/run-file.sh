# run.json: what a running server writes about itself into its data folder when it is ready.

# run_field NAME: that field of DATA/run.json; empty when there is none. The server writes flat JSON.
run_field() {
  sed -n 's/.*"'"$1"'" *: *"\{0,1\}\([^",}]*\).*/\1/p' "$DATA/run.json" 2>/dev/null | head -n 1
}

# process_is PID WORDS: whether that process lives and its command line contains WORDS; process
# numbers are used again, so being alive is not enough.
process_is() {
  case $1 in '' | 0 | *[!0-9]*) return 1 ;; esac
  kill -0 "$1" 2>/dev/null || return 1
  local line
  if [ -r "/proc/$1/cmdline" ]; then
    line=$(tr '\0' ' ' <"/proc/$1/cmdline")
  else
    line=$(ps -p "$1" -o args= 2>/dev/null)
  fi
  case $line in *"$2"*) ;; *) return 1 ;; esac
}

server_lives() { process_is "$(run_field pid)" "$SERVER_MAIN"; }

# Another ./holdfast up has started a server that is not ready yet.
starting_pid() {
  local pid
  pid=$(cat "$DATA/starting.pid" 2>/dev/null)
  process_is "$pid" "$SERVER_MAIN" && say "$pid"
}

# probe URL PATH: whether GET answers 200. Speaks HTTP itself: the launcher needs no curl.
probe() {
  local place=${1#*://} status
  place=${place%%/*}
  status=$(
    exec 3<>"/dev/tcp/${place%:*}/${place##*:}" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: %s\r\n\r\n' "$2" "$place" >&3
    IFS= read -r -t 5 line <&3 && printf '%s' "$line"
  ) 2>/dev/null
  case $status in HTTP/1.?\ 200*) ;; *) return 1 ;; esac
}

server_answers() { server_lives && probe "$(run_field management)" /livez; }
