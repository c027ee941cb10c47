#!/bin/bash
# Installs the kiosk's package with everything it depends on in a clean Debian 12 that boots, and uses it: the service
# with its browser, the bridge, the print queue, a crash, an upgrade and the purge. The container has neither
# screen nor terminal: only there the service gets a drop-in.
# Arguments: folder of the packages, folder of the packages of a newer version. As root; needs debootstrap,
# systemd-container, lintian and a mirror of Debian.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
packages=$(realpath "$1") newer=$(realpath "$2")
base=${MHB_KIOSK_ROOT:-/tmp/mhb-kiosk-root}
site=https://kiosk.example.gov.tw
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
work=$(mktemp -d)
root="$work/root"
. "$here/results.sh"
. "$here/clean-debian.sh"
trap 'kill -KILL $container 2>/dev/null || true; sleep 0.5; rm -rf "$work"' EXIT

lintian --fail-on error,warning "$packages"/mhb-kiosk_*.deb || fail 'lintian finds nothing'
say 'lintian finds nothing' ok

[ -d "$base/usr" ] || debootstrap --variant=minbase --include=systemd-sysv bookworm "$base" http://deb.debian.org/debian >"$work/debootstrap"
# Fast, without a guarantee after a power cut.
echo force-unsafe-io >"$base/etc/dpkg/dpkg.cfg.d/check"
cp -a "$base" "$root"
trust "$packages"
cp -r "$packages/apt" "$root/srv/apt"
# The packages come from Debian now, with what they recommend; the machine installs them later without a network.
chroot "$root" sh -c 'apt-get -qq update && apt-get -qq install -y --download-only mhb-kiosk xvfb' >"$work/fetch" 2>&1 ||
  { tail "$work/fetch"; fail 'everything it depends on is in Debian'; }
cp -n "$root"/var/cache/apt/archives/*.deb "$base/var/cache/apt/archives/" # for the next time
boot

start=$SECONDS
echo "mhb-kiosk mhb-kiosk/site string $site" | inside debconf-set-selections
inside apt-get -qq install -y mhb-kiosk >"$work/install" 2>&1 || { tail -20 "$work/install"; fail 'installs'; }
say 'installed with everything it depends on, seconds' $((SECONDS - start))

[ "$(inside debconf-show mhb-kiosk | wc -l)" = 1 ] || fail 'one question'
inside grep -q "$site" /etc/mhb-kiosk/kiosk.json /etc/chromium/policies/managed/mhb-kiosk.json /home/kiosk/.config/mhb-card-bridge/config.json ||
  fail 'the answer is in its files'
inside systemd-analyze --man=no verify mhb-kiosk.service mhb-stick@sda1.service var-spool-cups.mount || fail 'the units are right'
say 'one question, its answer, units' ok

# The machine starts again, now as a kiosk.
inside apt-get -qq install -y xvfb >"$work/xvfb" 2>&1
mkdir -p "$root/etc/systemd/system/mhb-kiosk.service.d"
display='/usr/bin/Xvfb :0 -screen 0 1920x1080x24 -nolisten tcp'
printf '[Service]\nTTYPath=\nStandardInput=null\nExecStart=\n%s %s\n' \
  "$(grep -o '^ExecStart=.* --' "$root/usr/lib/systemd/system/mhb-kiosk.service")" "$display" >"$root/etc/systemd/system/mhb-kiosk.service.d/check.conf"
inside systemctl poweroff || true
wait $container || true
boot
kiosk() { inside runuser -u kiosk -- "$@"; }
# The answers of a program of the kiosk to its page and to another one.
answers() { kiosk node -e "for (const origin of ['$site', 'https://evil.example']) console.log((await fetch('http://127.0.0.1:$1', { headers: { origin } })).status)" --input-type=module | xargs; }
browser() { inside pgrep -u kiosk -f -- '--type=renderer' 2>/dev/null || true; }
until_browser() { for _ in $(seq 200); do [ -n "$(browser)" ] && [ "$(answers 17795/v1/stick 2>/dev/null)" = '200 403' ] && return; sleep 0.3; done; return 1; }
until_browser || { inside journalctl --no-pager -n 20 _UID=1000; fail 'shows the page'; }
say 'starts with the machine; its helper to the page, to another' "$(answers 17795/v1/stick)"
[ "$(answers 17788/v1/health)" = '200 403' ] || fail 'the bridge answers the page of the kiosk'
kiosk mhb-card-bridge doctor || true
[ "$(inside findmnt -n -o FSTYPE /var/spool/cups)" = tmpfs ] || fail 'print jobs are in memory'
[ "$(inside findmnt -n -o FSTYPE -T /run/mhb-kiosk)" = tmpfs ] || fail 'the browser writes to memory'
[ "$(inside systemctl show -P MemorySwapMax "user-$(inside id -u kiosk).slice")" = 0 ] || fail 'no memory goes to the disk'
inside lpstat -r | grep -q 'is running' || fail 'the print service runs'
say 'print jobs and browser in memory' ok
# A stick appears while the kiosk runs.
inside mount -t tmpfs -o nodev,nosuid,noexec,uid=kiosk none /media/mhb-stick
kiosk node --input-type=module -e "const { status } = await fetch('http://127.0.0.1:17795/v1/stick/a.zip', { method: 'PUT', headers: { origin: '$site' }, body: 'x' }); process.exit(status === 201 ? 0 : 1)" ||
  fail 'writes to a stick'
[ -s "$root/media/mhb-stick/a.zip" ] || inside test -s /media/mhb-stick/a.zip || fail 'writes to a stick'
inside umount /media/mhb-stick
say 'writes to a stick that appears while it runs' ok

# Whatever ends, a new browser follows, and nothing is left of the one before.
for victim in chromium node Xvfb xinit; do
  before=$(browser)
  inside pkill -KILL -u kiosk -x "$victim"
  for _ in $(seq 100); do inside ps -o pid= -p "$(echo "$before" | paste -sd,)" >"$work/left" || break; sleep 0.2; done
  [ -s "$work/left" ] && fail "nothing is left of the browser after a crash of $victim"
  until_browser || fail "a new browser after a crash of $victim"
done
say 'a new browser after a crash of browser, supervisor, display, xinit' ok

offer "$newer"
inside apt-get -qq install -y --only-upgrade mhb-kiosk mhb-card-bridge >"$work/upgrade" 2>&1 || { tail -20 "$work/upgrade"; fail 'upgrades'; }
inside grep -q "$site" /etc/mhb-kiosk/kiosk.json || fail 'an upgrade keeps the answer'
until_browser || fail 'works after the upgrade'
say 'upgraded, and working' "$(inside dpkg-query -W -f '${Version}' mhb-kiosk)"

rm -r "$root/etc/systemd/system/mhb-kiosk.service.d"
inside apt-get -qq purge -y mhb-kiosk mhb-card-bridge >"$work/purge" 2>&1 || { tail -20 "$work/purge"; fail 'purges'; }
[ -z "$(browser)" ] || fail 'ends when it is removed'
rm -rf "$root/etc/apt/sources.list.d/mhb.list" "$root/etc/apt/keyrings/mhb-card-bridge.asc" "$root/srv/apt"
inside sh -c "find / -xdev \( -name '*mhb*' -o -path '*/home/kiosk*' -o -path '*/linger/kiosk' \) ! -path '/var/lib/apt/*' ! -path '/var/log/*'
  # Not the copies that are made before each change of the users.
  grep -rIl -e mhb -e kiosk --exclude='*-' /etc || true" | tee "$work/after"
[ -s "$work/after" ] && fail 'nothing is left'
inside getent passwd kiosk && fail 'nothing is left'
say 'purged, nothing is left' ok
say 'screen, keyboard and USB of a real machine' 'not tried: a container'
