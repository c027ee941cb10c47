#!/bin/bash
# Checks the folder for macOS without a Mac: its form with a parser of property lists, and what happens when the
# application is opened, with the program of this system in its place and a small substitute for launchd. Arguments: folder
# of the packages for macOS, a second build of them, and the contents of the package for this system.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
packages=$(realpath "$1") again=$(realpath "$2") own=$(realpath "$3")
. "$here/results.sh"
work=$(mktemp -d)
app='Card bridge.app'
export HOME="$work/home" MHB_LAUNCHD="$work/launchd" LC_ALL=C.UTF-8
trap 'PATH="$work/bin:$PATH" launchctl bootout x/mhb-card-bridge 2>/dev/null || true; rm -rf "$work"' EXIT

for file in "$packages"/*.tar.gz; do cmp "$file" "$again/$(basename "$file")" || fail 'two builds are the same'; done
say 'two builds have the same bytes' ok
mkdir -p "$HOME" "$MHB_LAUNCHD" "$work/bin"
tar -xzf "$packages"/*.tar.gz -C "$work"
folder=$(echo "$work"/mhb-card-bridge-*)
python3 - "$folder" <<'PYTHON' || fail 'the property lists are right'
import os, plistlib, stat, struct, sys
folder = sys.argv[1]
app = os.path.join(folder, 'Card bridge.app', 'Contents')
def load(*path):
    with open(os.path.join(*path), 'rb') as file:
        return plistlib.load(file)
info = load(app, 'Info.plist')
program = os.path.join(app, 'MacOS', info['CFBundleExecutable'])
assert os.stat(program).st_mode & stat.S_IXUSR, 'the program can be executed'
assert info['CFBundlePackageType'] == 'APPL' and info['LSUIElement'] is True, info
assert open(os.path.join(app, 'PkgInfo')).read() == 'APPL????'
for language in ('en', 'zh-Hant'):
    assert load(app, 'Resources', f'{language}.lproj', 'InfoPlist.strings')['CFBundleDisplayName']
agent = load(folder, 'for administrators', 'mhb-card-bridge.plist')
assert agent['RunAtLoad'] is True and agent['KeepAlive'] == {'SuccessfulExit': False}, agent
assert agent['ProgramArguments'][0] == '/Applications/' + os.path.relpath(program, folder), agent
for name in ('sbom.cdx.json', 'LICENCES.txt'):
    assert os.path.getsize(os.path.join(app, 'Resources', name)) > 1000
with open(program, 'rb') as file:
    head = file.read(65536)
magic, processor, _, kind, commands = struct.unpack_from('<5I', head)
assert (magic, processor, kind) == (0xfeedfacf, 0x01000007, 2), 'a program for Intel Macs'
offset, found, oldest = 32, set(), None
for _ in range(commands):
    command, size = struct.unpack_from('<2I', head, offset)
    found.add(command)
    if command == 0x32:
        oldest = struct.unpack_from('<I', head, offset + 12)[0] >> 16
    offset += size
assert 0x1d not in found, 'a signature of the program before the change would be wrong'
assert info['LSMinimumSystemVersion'] == f'{oldest}.0', oldest
PYTHON
python3 -c 'import plistlib, sys; plistlib.load(open(sys.argv[1], "rb"))' "$here/../macos/entitlements.plist"
sh -n "$here/../macos/sign.sh"; sh -n "$folder/Remove card bridge.command"
say 'property lists, names, program, rights to execute' ok

# The same folder with a program that runs here.
for part in "$own"/*.node "$own/mhb-card-bridge"; do cp "$part" "$folder/$app/Contents/MacOS/"; done
cp "$here/launchctl.py" "$work/bin/launchctl"
printf '#!/bin/sh\nexit 0\n' >"$work/bin/xattr"
printf '#!/bin/sh\necho "$1" >"%s/opened"\n' "$work" >"$work/bin/open"
chmod +x "$work/bin"/*
export PATH="$work/bin:$PATH" NODE_OPTIONS="--require $here/as-macos.cjs"
data=$(find "$HOME" -name address.json)
[ -z "$data" ] || fail 'a clean home'
port() { sed 's/.*"port":\([0-9]*\).*/\1/' "$(find "$HOME" -name address.json)"; }
answers() { [ "$(curl -s -o /dev/null -w '%{http_code}' -H 'origin: https://passbook.example.tw' "http://127.0.0.1:$(port 2>/dev/null)/v1/health")" = "$1" ]; }
until_answers() { for _ in $(seq 300); do answers "$1" 2>/dev/null && return; sleep 0.1; done; return 1; }
start=$(date +%s%N)
"$folder/$app/Contents/MacOS/mhb-card-bridge" || fail 'opening the application installs it'
until_answers 200 || fail 'runs after it has been opened'
say 'from opening the application to its window, ms' $((($(date +%s%N) - start) / 1000000))
grep -q '^http://127.0.0.1:.*/ui#' "$work/opened" || fail 'opens its window'
current="$HOME/Library/Application Support/mhb-card-bridge/current/$app/Contents/MacOS/mhb-card-bridge"
[ -x "$current" ] || fail 'is in the library of the person'
python3 - "$HOME" "$current" <<'PYTHON' || fail 'agent and application of the person are right'
import os, plistlib, sys
home, current = sys.argv[1:]
agent = plistlib.load(open(os.path.join(home, 'Library/LaunchAgents/mhb-card-bridge.plist'), 'rb'))
assert agent['ProgramArguments'] == [current, 'run', '--unless-running'], agent
info = plistlib.load(open(os.path.join(home, 'Applications/Card bridge.app/Contents/Info.plist'), 'rb'))
assert info['CFBundleExecutable'] == 'open'
PYTHON
# The download can go; the application of the person opens the window.
rm -rf "$folder"; rm "$work/opened"
"$HOME/Applications/$app/Contents/MacOS/open" || fail 'the application of the person opens the window'
grep -q /ui# "$work/opened" || fail 'the application of the person opens the window'
say 'installs itself, opens its window, without the download' ok
read -r _ first <"$MHB_LAUNCHD/mhb-card-bridge"
kill -KILL "$first"
for _ in $(seq 100); do read -r _ second <"$MHB_LAUNCHD/mhb-card-bridge"; [ "$second" != "$first" ] && break; sleep 0.1; done
[ "$second" != "$first" ] && until_answers 200 || fail 'starts again after a crash'
say 'starts again after a crash (substitute for launchd)' ok
tar -xzf "$packages"/*.tar.gz -C "$work" --wildcards '*.command'
"$work"/mhb-card-bridge-*/'Remove card bridge.command' || fail 'can be removed'
left=$(find "$HOME" -path "$HOME/.local/share" -prune -o -path "$HOME/.config" -prune -o \( -type f -o -type l \) -print)
[ -z "$left" ] || { echo "$left"; fail 'nothing but the data of the person is left'; }
say 'removed, nothing but the data of the person is left' ok
say 'Gatekeeper, signature, real launchd' 'not tried: no Mac'
