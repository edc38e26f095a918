# shellcheck disable=SC2119,SC2120 # progress_end has an optional argument
# Words to the person: plain lines on stdout, problems on stderr, one moving line for progress.

say() { printf '%s\n' "$*"; }

# fail SENTENCE...: the sentence says what is wrong and how to mend it. Ends the command.
fail() {
  progress_end
  printf '%s\n' "$@" >&2
  exit 1
}

# progress TEXT: replaces the moving line. Away from a terminal, a line per change of TEXT;
# what follows a tab is volatile (seconds) and shown on a terminal only.
PROGRESS_SHOWN=
progress() {
  local text=${1%%$'\t'*}
  if [ -t 1 ]; then
    printf '\r\033[K  %s' "$(printf '%s' "${1//$'\t'/  }" | cut -c1-100)"
    PROGRESS_SHOWN=$text
  elif [ "$text" != "$PROGRESS_SHOWN" ]; then
    printf '  %s\n' "$text"
    PROGRESS_SHOWN=$text
  fi
}

# progress_end [TEXT]: removes the moving line and leaves TEXT in its place.
progress_end() {
  if [ -n "$PROGRESS_SHOWN" ] && [ -t 1 ]; then printf '\r\033[K'; fi
  PROGRESS_SHOWN=
  [ $# -eq 0 ] || say "  $1"
}
