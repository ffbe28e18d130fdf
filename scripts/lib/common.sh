# Sourced by the scripts beside this folder. Goes to the root of the checkout. Words for people go to standard error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$@"
  exit 1
}

# quietly WHAT COMMAND...  Says WHAT and runs the command with its output in build/last.log, whose end is shown if it
# fails.
quietly() {
  local what=$1 log=build/last.log
  shift
  say "$what"
  mkdir -p build
  "$@" </dev/null >"$log" 2>&1 && return
  tail -n 30 "$log" >&2
  fail "failed: $what (the whole output: $log)"
}

# packages SECTION...  The packages of .ci/packages.txt below these headings, one a line.
packages() {
  awk -v wanted=" $* " '/^# [a-z]+$/ { take = index(wanted, " " $2 " ") } /^[a-z]/ && take' .ci/packages.txt
}

installed_packages() { dpkg-query -W -f '${Package} ${db:Status-Status}\n' | awk '$2 == "installed" { print $1 }'; }

# install_packages SECTION...  Installs what is missing of them. Asks nothing.
install_packages() {
  local missing as_root=()
  if ! command -v apt-get >/dev/null; then
    say "no apt here: install by other means what .ci/packages.txt names"
    return
  fi
  mapfile -t missing < <(packages "$@" | grep -vxFf <(installed_packages))
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null ||
      fail "packages are missing; as root, run: apt-get install --no-install-recommends ${missing[*]}"
    as_root=(sudo -n)
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  quietly "reading the list of packages" "${as_root[@]}" apt-get update
  quietly "installing ${missing[*]}" "${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}"
}

# build PRESET [TARGET...]  Brings the build folder of a CMake preset up to date, or these targets of it; says so only if
# there is something to do.
build() {
  local preset=$1 plan
  shift
  [ -f "build/$preset/build.ninja" ] || quietly "configuring build/$preset" cmake --preset "$preset"
  plan=$(cmake --build --preset "$preset" -- -n "$@" 2>&1) || true
  case $plan in *"no work to do"*) return ;; esac
  quietly "building build/$preset (some minutes the first time)" cmake --build --preset "$preset" ${*:+--target "$@"}
}
