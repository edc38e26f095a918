# The commands that become a Java program, help, and the answer to a word that is none.

serve() {
  settle "$@"
  ensure_built
  # The server reads its own flags; what they leave open is decided here, as for up.
  export HOLDFAST_DATA=$DATA HOLDFAST_PORT=$PORT HOLDFAST_MANAGEMENT_PORT=$MANAGEMENT_PORT
  server_java serve "$@"
}

server_command() {
  ensure_built
  export HOLDFAST_DATA=${HOLDFAST_DATA:-$ROOT/data}
  server_java "$@"
}

lab_command() {
  ensure_built
  export HOLDFAST_DATA=${HOLDFAST_DATA:-$ROOT/data}
  lab_java "$@"
}

bench_command() {
  ensure_built
  export HOLDFAST_DATA=${HOLDFAST_DATA:-$ROOT/data}
  bench_java "$@"
}

help() {
  cat <<'HELP'
Holdfast keeps stock and never sells what is not there.

Run
  up        build what is missing, start everything with the demo company, print what to try
  down      stop it
  status    where it listens, whether it is ready, how big the data is
  logs      the server's log; -f follows it
  serve     the server in the foreground (serve --help: ports, data, configuration)

Work
  import    skus, locations or stock from a CSV file; tariffs from a folder
  export    skus, locations, stock or the ledger to a CSV file; tariffs to a folder;
            export lake DIR: everything for analysts, as Parquet files
  report    one of eight reports as a table, or as CSV, Parquet or JSON; without a name, which there are
  keys      list, create and revoke API keys
  accounts  list, create and change accounts of people, reset passwords
  clients   list and create the clients whose stock is kept
  config    every setting, its default and how to set it
  demo      demo shots DIR: pictures of every page, phone and wide, light and dark
  version   this version

Prove
  test      install what the tests need and run all of them
  bench     speed, each against its baseline: hot-sku, spread, lone, import, lookup, feed, view, peak,
            rates, cartons, sourcing, pickpath, orders, report
            (--quick: the short form)
  race      10,000 buyers for 100 units: exactly 100 get one
  drill     kill server and database under load, then count: crash
  audit     check every promise over the whole database
  lab       the same reports over raw, indexed, partitioned, rolled-up and columnar orders, measured
            (--engine postgres|mongo --rows N; --quick: the short form)
  generate  orders of many clients as files, seeded (docs/reference/generated-orders.md)

  help      this list

up, down, status, logs and serve take --data DIR; up and serve take --port N (or HOLDFAST_PORT).
HOLDFAST_DATABASE_URL=postgres://... uses your own PostgreSQL (15 or newer) instead of the embedded one.
HELP
}

# The commands, as help lists them.
command_words() { help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p'; }

# The command with the smallest edit distance to the word, if that is small.
nearest_command() {
  command_words | awk -v word="$1" '
    function least(a, b, c) { return a < b ? (a < c ? a : c) : (b < c ? b : c) }
    function distance(s, t,   i, j, d) {
      for (i = 0; i <= length(s); i++) d[i, 0] = i
      for (j = 0; j <= length(t); j++) d[0, j] = j
      for (i = 1; i <= length(s); i++)
        for (j = 1; j <= length(t); j++)
          d[i, j] = least(d[i-1, j] + 1, d[i, j-1] + 1,
            d[i-1, j-1] + (substr(s, i, 1) != substr(t, j, 1)))
      return d[length(s), length(t)]
    }
    BEGIN { best = 3 }
    { n = distance(word, $1); if (n < best) { best = n; name = $1 } }
    END { if (name != "") print name }'
}

unknown_command() {
  local nearest
  nearest=$(nearest_command "$1")
  fail "./holdfast has no command '$1'.${nearest:+ Did you mean: ./holdfast $nearest?} All of them: ./holdfast help"
}
