#!/bin/bash
# Installs the .msi for one person under Wine, starts a session, uses the bridge, updates it, and uninstalls it.
# Arguments: folder of the packages, made with `--updates http://127.0.0.1:8099/`; folder of a newer version; a second
# build of the first. As root; needs wine, xvfb and msitools. Wine itself runs as `nobody`, in a network of its own.
set -euo pipefail
if [ "$(id -u)" = 0 ]; then
  exec unshare --net bash -c 'ip link set lo up && exec setpriv --reuid=65534 --regid=65534 --clear-groups bash "$@"' bash "$0" "$@"
fi
here=$(cd "$(dirname "$0")" && pwd)
old=$(realpath "$1") newer=$(realpath "$2") again=$(realpath "$3")
site=https://passbook.example.tw
work=$(mktemp -d)
export HOME="$work" WINEPREFIX="$work/wine" WINEDEBUG=-all LC_ALL=C.UTF-8
# The drive Z: of Wine is this system.
NODE_OPTIONS="--require Z:$(echo "$here/fetch-for-wine.cjs" | sed 's#/#\\\\#g')"
. "$here/results.sh"
one() { find "$1" -name '*.msi' ! -name '*-machine.msi'; }
# Into a file: under Wine, Node cannot write to pipes of this system.
windows() {
  local status=0
  wine "$@" >"$work/said" 2>"$work/errors" </dev/null || status=$?
  tr -d '\r' <"$work/said"
  return $status
}
# The port is the next one if the kernel still keeps the first for closed connections; Wine cannot reuse it.
port() { sed 's/.*"port":\([0-9]*\).*/\1/' "$WINEPREFIX"/drive_c/users/*/.local/share/mhb-card-bridge/address.json 2>/dev/null || echo 9; }
code() { curl -s -o /dev/null -w '%{http_code}' -H "origin: $1" "http://127.0.0.1:$(port)/v1/health" || true; }
until_code() { for _ in $(seq 150); do [ "$(code "$site")" = "$1" ] && return; sleep 0.2; done; return 1; }
# Wine itself changes these from one start to the next.
registry() {
  wineserver -w
  grep -h -v -e '^#' -e '^WINE' -e '^;;' "$WINEPREFIX/user.reg" "$WINEPREFIX/system.reg" | sed 's/^\(\[.*\]\) [0-9]*$/\1/'
}
files() { (cd "$WINEPREFIX/drive_c" && find . | grep -v -i -e '/temp/' -e windows/inf -e windows/installer | sort); }

for msi in "$old"/*.msi; do cmp "$msi" "$again/$(basename "$msi")" || fail 'two builds are the same'; done
say 'two builds have the same bytes' ok
[ "$(msiinfo suminfo "$(one "$old")" | sed -n 's/^Source: //p')" = '10 (a)' ] || fail 'asks for no administrator'
msiinfo export "$(one "$old")" Property | grep -q ALLUSERS && fail 'asks for no administrator'
say 'asks for no administrator' ok

# The running bridge is ended after Windows knows its folder (1000), before it looks for files in use (1400).
for msi in "$old"/*.msi; do
  stop=$(msiinfo export "$msi" InstallExecuteSequence | tr -d '\r' | awk -F '\t' '$1 == "Stop" { print $3 }')
  [ "$stop" -gt 1000 ] && [ "$stop" -lt 1400 ] || fail 'ends the running bridge in time'
done
say 'ends the running bridge in time' ok
# Git shows this user nothing of a repository of root.
SOURCE_DATE_EPOCH=$(date +%s) node "$here/same-installers.mjs" "$work/same" || fail 'the same bytes from 120 builds in folders of other lengths'
say 'the same bytes from 120 builds in folders of other lengths' ok

Xvfb :97 -screen 0 1280x800x24 >/dev/null 2>&1 & screen=$!
python3 -m http.server --bind 127.0.0.1 --directory "$newer" 8099 >/dev/null 2>&1 & web=$!
trap 'wineserver -k 2>/dev/null || true; kill $screen $web 2>/dev/null || true; rm -rf "$work"' EXIT
export DISPLAY=:97
wineboot -i >/dev/null 2>&1
windows reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
wineboot -r >/dev/null 2>&1; wineserver -w
files >"$work/files-before"; registry >"$work/registry-before"

cp "$(one "$old")" "$work/old.msi"
start=$(date +%s.%N)
export NODE_OPTIONS
wine msiexec /i "Z:${work//\//\\}\\old.msi" /qn ORIGINS="$site https://second.example.tw" || fail 'installs'
say 'installed, seconds' "$(echo "$(date +%s.%N) - $start" | bc)"
program=$(find "$WINEPREFIX/drive_c/users" -name mhb-card-bridge.exe)
[[ $program == *AppData/Local/Programs/mhb-card-bridge/* ]] || fail 'is in the folder of the person'
until_code 200 || fail 'runs after the installation'
say 'runs after the installation' ok
windows "$program" stop
until_code 000 || fail 'can be stopped'

# Wine runs the `Run` key when a session begins.
wineserver -k || true; wineserver -w
wineboot >/dev/null 2>&1
until_code 200 || fail 'starts with the session'
say 'starts with the session' ok
say 'allowed, from the installer, foreign' "$(code "$site") $(code https://second.example.tw) $(code https://evil.example)"
[ "$(code "$site") $(code https://second.example.tw) $(code https://evil.example)" = '200 200 403' ] || fail 'serves allowed pages only'
windows "$program" self-test || fail 'reads a card in a virtual port'
say 'reads a card in a virtual port' ok
windows "$program" doctor || true
NODE_OPTIONS= node "$here/person.mjs" "$(windows "$program" pair | tail -1)" update | tee "$work/update"
grep -q '"before":"[^"]*","after":"' "$work/update" || fail 'updates'
[ "$(windows "$program" --version)" = "$(sed -n 's/.*"version": "\(.*\)".*/\1/p' "$newer/releases.json")" ] || fail 'updates'
say 'updated to' "$(windows "$program" --version)"
wine msiexec /i "Z:${work//\//\\}\\old.msi" /qn && fail 'going back is refused'
say 'going back is refused' ok

windows "$program" stop
cp "$(one "$newer")" "$work/new.msi"
until_code 000
windows "$program" run --background
until_code 200
NODE_OPTIONS= node "$here/person.mjs" "$(windows "$program" pair | tail -1)" forget-everything >/dev/null
wine msiexec /x "Z:${work//\//\\}\\new.msi" /qn || fail 'uninstalls'
until_code 000 || fail 'the uninstalled program ends'
files >"$work/files-after"; registry >"$work/registry-after"
# What the person has stays; Wine keeps a list of menus, settings of its console and empty keys of its own.
left() {
  diff "$work/$1-before" "$work/$1-after" | grep '^>' | grep -i -e mhb -e card.bridge |
    grep -v -e '\.local/share/mhb-card-bridge' -e 'wine-Programs' -e 'wine\\\\Programs' || true
}
[ -z "$(left files)$(left registry)" ] || { left files; left registry; fail 'nothing is left'; }
say 'uninstalled, nothing is left in files and registry' ok
