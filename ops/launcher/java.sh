# How our own programs are started.

SERVER_APP=server/runtime/target/app
BENCH_APP=bench/target/app
LAB_APP=lab/target/app
SERVER_MAIN=dev.holdfast.server.runtime.Holdfast
BENCH_MAIN=dev.holdfast.bench.Bench
LAB_MAIN=dev.holdfast.lab.Lab

# Keeps JDK 25 from warning about what Netty, JCTools and the progress bar do with memory.
QUIET_FLAGS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
SERVER_FLAGS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders"

need_jdk() {
  find_jdk || fail "$(jdk_missing_sentence)"
  JAVA=$HOLDFAST_JDK/bin/java
}

# server_java ARGS...: becomes the server or one of its commands. HOLDFAST_JAVA_OPTS comes last and wins.
server_java() {
  # shellcheck disable=SC2086 # flags are words
  exec "$JAVA" $QUIET_FLAGS $SERVER_FLAGS ${HOLDFAST_JAVA_OPTS-} \
    -cp "$ROOT/$SERVER_APP/*" "$SERVER_MAIN" "$@"
}

# bench_java ARGS...: becomes bench, race, drill or audit.
bench_java() {
  # shellcheck disable=SC2086 # flags are words
  exec "$JAVA" $QUIET_FLAGS ${HOLDFAST_BENCH_JAVA_OPTS-} \
    -cp "$ROOT/$BENCH_APP/*" "$BENCH_MAIN" "$@"
}

# lab_java ARGS...: becomes generate or lab.
lab_java() {
  # shellcheck disable=SC2086 # flags are words
  exec "$JAVA" $QUIET_FLAGS ${HOLDFAST_LAB_JAVA_OPTS-} \
    -cp "$ROOT/$LAB_APP/*" "$LAB_MAIN" "$@"
}
