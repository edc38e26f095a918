# Finds a JDK 25 or newer. Sourced by mvnw (POSIX sh) and by holdfast (bash), so: no bash-only words.
#
# find_jdk sets HOLDFAST_JDK to the first home that will do, in this order: JAVA_HOME, the java in PATH,
# then the places where Linux, SDKMAN, Homebrew, macOS and IntelliJ put them. Returns 1 when there is none.

HOLDFAST_JDK_LEAST=25

# jdk_major HOME: prints the major version of the JDK there; fails when there is no JDK (a JRE is none).
jdk_major() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  jdk_version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$jdk_version" ] && printf '%s\n' "$jdk_version"
}

jdk_will_do() {
  jdk_found=$(jdk_major "$1") && [ "$jdk_found" -ge "$HOLDFAST_JDK_LEAST" ] 2>/dev/null
}

# The home of the java in PATH, through its symbolic links; empty when there is none.
jdk_of_path() {
  jdk_java=$(command -v java 2>/dev/null) || return 0
  jdk_java=$(readlink -f "$jdk_java" 2>/dev/null) || return 0
  printf '%s\n' "${jdk_java%/bin/java}"
}

# One candidate per line. HOLDFAST_JDK_ROOT is / except in the launcher's own tests.
jdk_places() {
  jdk_root=${HOLDFAST_JDK_ROOT-}
  for jdk_place in \
    "$jdk_root"/usr/lib/jvm/* \
    "$jdk_root"/opt/java/openjdk \
    "$jdk_root"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$jdk_root"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$jdk_root"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/.jdks/*; do
    printf '%s\n' "$jdk_place"
  done
  if [ -x "$jdk_root/usr/libexec/java_home" ]; then
    "$jdk_root/usr/libexec/java_home" -v "$HOLDFAST_JDK_LEAST" 2>/dev/null || true
  fi
}

find_jdk() {
  HOLDFAST_JDK=
  jdk_all=$(printf '%s\n' "${JAVA_HOME-}" "$(jdk_of_path)" && jdk_places)
  while IFS= read -r jdk_home; do
    if jdk_will_do "$jdk_home"; then
      # shellcheck disable=SC2034 # for whoever sourced this
      HOLDFAST_JDK=$jdk_home
      return 0
    fi
  done <<PLACES
$jdk_all
PLACES
  return 1
}

jdk_missing_sentence() {
  cat <<'SENTENCE'
Holdfast needs JDK 25 or newer and found none (looked in JAVA_HOME, PATH, /usr/lib/jvm, SDKMAN, Homebrew).
Install one, then try again:
  Debian, Ubuntu  sudo apt-get install openjdk-25-jdk-headless
                  (not in your release? temurin-25-jdk from https://adoptium.net/installation/linux)
  macOS           brew install openjdk@25
  SDKMAN          sdk install java 25-tem
Installed somewhere else? export JAVA_HOME=/path/to/jdk-25
SENTENCE
}
