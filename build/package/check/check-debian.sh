#!/bin/bash
# Boots a clean Debian 12, installs the Debian package, and uses it as a person does: from the installation to a green
# check, a crash, the restart of the card service, an upgrade, an attempt to go back, and the purge.
# Arguments: folder of the packages, folder of the packages of a newer version, a second build of the first. As root;
# needs debootstrap, systemd-container, lintian, node and a mirror of Debian.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
packages=$(realpath "$1") newer=$(realpath "$2") again=$(realpath "$3")
root=${MHB_CLEAN_ROOT:-/tmp/mhb-clean-root}
site=https://passbook.example.tw
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
work=$(mktemp -d)
. "$here/results.sh"
. "$here/clean-debian.sh"
since() { echo "$(date +%s.%N) - $1" | bc; }
files() { (cd "$root" && find etc usr var/lib/systemd opt -xdev \( -type f -o -type l \) | grep -v -e 'etc/.*cache' -e 'usr/share/.*\.cache' -e '__pycache__' -e systemd/random-seed -e systemd/timers -e systemd/linger | sort); }

for file in "$packages"/*.deb "$packages"/*.tar.gz; do cmp "$file" "$again/$(basename "$file")" || fail 'two builds are the same'; done
say 'two builds have the same bytes' ok
lintian --fail-on error,warning "$packages"/*.deb || fail 'lintian finds nothing'
say 'lintian finds nothing' ok

[ -d "$root/usr" ] || debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >/dev/null
chroot "$root" sh -c '
  printf "#!/bin/sh\nexit 101\n" >/usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d
  apt-get -qq update
  apt-get -qq install -y --no-install-recommends systemd-sysv dbus dbus-user-session libpam-systemd \
    pcscd vsmartcard-vpcd desktop-file-utils curl dex
  rm /usr/sbin/policy-rc.d
  id lin || useradd --create-home --shell /bin/bash lin
  dpkg --purge mhb-card-bridge' >"$work/prepared" 2>&1 || { tail "$work/prepared"; fail 'a clean Debian'; }
rm -rf "$root/srv/apt" "$root/home/lin/.config" "$root/home/lin/.local" "$root/var/lib/systemd/linger"
rm -f "$root/etc/apt/sources.list.d/mhb.list" "$root/etc/apt/keyrings/mhb-card-bridge.asc"

card=
trap 'kill $card 2>/dev/null || true; kill -KILL $container 2>/dev/null || true; rm -rf "$work"' EXIT
as_lin() { inside runuser -l lin -c "$1"; }
outside() { nsenter -t "$system" -n "$@"; }
boot
files >"$work/before"

version() { inside dpkg-query -W -f '${Version}' mhb-card-bridge; }
code() { inside runuser -u "$2" -- curl -s -o /dev/null -w '%{http_code}' -H "origin: $1" http://127.0.0.1:17788/v1/health || true; }
until_code() { for _ in $(seq 150); do [ "$(code "$site" lin)" = "$1" ] && return; sleep 0.1; done; return 1; }
uid=$(stat -c %u "$root/home/lin")
# The bridge answers only its own user.
person() { outside setpriv --reuid="$uid" --regid="$uid" --clear-groups node "$here/person.mjs" "$(as_lin 'mhb-card-bridge pair' | tail -1)" "$@"; }
main_process() { as_lin 'systemctl --user show -P MainPID mhb-card-bridge.service'; }

trust "$packages"
# The person is logged in while the package is installed, and the answer to its question is ready.
as_lin 'sleep 600' &
echo "mhb-card-bridge mhb-card-bridge/origins string $site" | inside debconf-set-selections
start=$(date +%s.%N)
offer "$packages"
apt install -y --no-install-recommends mhb-card-bridge >"$work/install" 2>&1 || { cat "$work/install"; fail 'installs'; }
say 'installed from the signed folder, seconds' "$(since "$start")"
[ "$(inside debconf-show mhb-card-bridge | wc -l)" = 1 ] || fail 'one question'
grep -q "$site" "$root/etc/mhb-card-bridge/policy.json" || fail 'the answer is the policy'
until_code 200 || fail 'runs for the person who is logged in'
for _ in $(seq 50); do outside ss -ltn | grep -q :35963 && break; sleep 0.1; done
outside node "$here/virtual-card.mjs" >"$work/card" 2>&1 & card=$!
for _ in $(seq 100); do grep -qs inserted "$work/card" && break; sleep 0.1; done
as_lin 'mhb-card-bridge doctor --card' || fail 'the check is green'
seconds=$(since "$start")
say 'from the installation to a green check with a card, seconds' "$seconds"
[ "$(echo "$seconds < 60" | bc)" = 1 ] || fail 'within a minute'
codes="$(code $site lin) $(code https://evil.example lin) $(code $site nobody)"
say 'allowed, foreign, another person' "$codes"
[ "$codes" = '200 403 000' ] || fail 'serves allowed pages of this person only'
say 'memory of its processes, MB' "$(inside sh -c 'grep -ls "^Name:.mhb-card-bridge$" /proc/[0-9]*/status | xargs grep -h VmRSS' | awk '{ printf "%.0f ", $2 / 1024 }')"

inside env XDG_RUNTIME_DIR=/tmp systemd-analyze --user --man=no verify /usr/lib/systemd/user/mhb-card-bridge.service || fail 'the unit is right'
inside desktop-file-validate /etc/xdg/autostart/mhb-card-bridge.desktop /usr/share/applications/mhb-card-bridge.desktop || fail 'the desktop entries are right'
say 'unit, autostart entry, application' ok

# The next log-in, by the service of the session, and without it by the autostart entry of a desktop.
inside loginctl kill-user --signal=KILL lin 2>/dev/null || true
until_code 000 || fail 'ends with the session'
as_lin 'sleep 600' &
until_code 200 || fail 'starts at log-in'
say 'starts at log-in' ok
as_lin 'systemctl --user stop mhb-card-bridge.service'
until_code 000 || fail 'stops'
as_lin 'dex --autostart --environment GNOME'
until_code 200 || fail 'the autostart entry starts the service'
[ "$(main_process)" != 0 ] || fail 'the autostart entry starts the service'
as_lin 'mhb-card-bridge stop' || fail 'stops'
until_code 000 || fail 'stops'
as_lin 'systemctl --user --runtime mask mhb-card-bridge.service' 2>"$work/mask"
as_lin 'dex --autostart --environment GNOME'
until_code 200 || fail 'the autostart entry starts it without a service'
[ "$(main_process)" = 0 ] || fail 'the autostart entry starts it without a service'
as_lin 'mhb-card-bridge stop' || fail 'stops'
as_lin 'systemctl --user --runtime unmask mhb-card-bridge.service' 2>"$work/mask"
as_lin 'systemctl --user start mhb-card-bridge.service'
until_code 200 || fail 'starts again'
say 'the autostart entry starts it, with a service and without' ok

first=$(main_process)
inside sh -c "kill -KILL $first"
until_code 000 || true
until_code 200 || fail 'starts again after a crash'
[ "$(main_process)" != "$first" ] || fail 'starts again after a crash'
say 'starts again after a crash' ok
service() { person overview | sed -n 's/.*"service":"\([a-z]*\)".*/\1/p'; }
[ "$(service)" = running ] || fail 'sees the card service'
inside systemctl stop pcscd.service pcscd.socket
for _ in $(seq 50); do [ "$(service)" != running ] && break; sleep 0.2; done
[ "$(service)" != running ] || fail 'sees that the card service has ended'
inside systemctl start pcscd.socket pcscd.service
for _ in $(seq 50); do [ "$(service)" = running ] && break; sleep 0.2; done
[ "$(service)" = running ] || fail 'finds the card service again'
say 'finds the card service again' ok

cp "$packages"/mhb-card-bridge_*.deb "$root/root/old.deb"
offer "$newer"
before=$(main_process)
apt install -y --only-upgrade mhb-card-bridge >"$work/upgrade" 2>&1 || { cat "$work/upgrade"; fail 'upgrades'; }
upgraded=$(version)
until_code 200
for _ in $(seq 50); do [ "$(main_process)" != "$before" ] && break; sleep 0.2; done
until_code 200
person overview | grep -q "\"version\":\"$upgraded\"" || fail 'the newer version runs'
say 'upgraded, and running' "$upgraded"
inside dpkg --install --force-downgrade /root/old.deb >"$work/down" 2>&1 && fail 'going back is refused'
[ "$(version)" = "$upgraded" ] || fail 'the newer version stays'
as_lin 'mhb-card-bridge --version' | grep -qx "$upgraded" || fail 'the newer version stays'
say 'going back is refused' ok

as_lin 'mhb-card-bridge allow https://own.example.tw'
person forget-everything | grep -q '"status":200' || fail 'forgets everything'
grep -rq -e own.example.tw "$root/home/lin/.config/mhb-card-bridge" "$root/home/lin/.local/share/mhb-card-bridge" && fail 'forgets everything'
as_lin 'mhb-card-bridge list' | tee "$work/list"
grep -q ' 0 ' "$work/list" || grep -q '^0 ' "$work/list" || fail 'forgets everything'
say 'forgets everything of the person' ok

apt purge -y mhb-card-bridge >"$work/purge" 2>&1 || { cat "$work/purge"; fail 'purges'; }
until_code 000 || fail 'ends when it is removed'
rm -f "$root/etc/apt/sources.list.d/mhb.list" "$root/etc/apt/keyrings/mhb-card-bridge.asc" "$root/root/old.deb"
files >"$work/after"
diff "$work/before" "$work/after" || fail 'nothing is left'
inside debconf-show mhb-card-bridge | grep -q . && fail 'no answer is left'
say 'purged, nothing is left' ok
