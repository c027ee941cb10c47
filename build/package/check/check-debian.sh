#!/bin/bash
# Installs the Debian package in a clean Debian, uses it as a person does, upgrades, refuses to go back, and purges it.
# Arguments: folder of the packages, folder of the packages of a newer version. As root; needs debootstrap and a mirror.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
packages=$(realpath "$1")
newer=$(realpath "$2")
root=${MHB_CLEAN_ROOT:-/tmp/mhb-clean-root}
site=https://passbook.example.tw
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
say() { printf '%-60s %s\n' "$1" "$2"; }
fail() { say "$1" FAILED; exit 1; }
inside() { chroot "$root" "$@"; }
version() { inside dpkg-query -W -f '${Version}' mhb-card-bridge; }
files() { (cd "$root" && find etc usr var/lib/systemd opt -xdev \( -type f -o -type l \) | grep -v -e 'etc/.*cache' -e 'usr/share/.*\.cache' | sort); }

[ -d "$root/usr" ] || debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >/dev/null
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
trap 'umount "$root/proc" 2>/dev/null || true' EXIT
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" && chmod 755 "$root/usr/sbin/policy-rc.d"
inside apt-get -qq update
inside apt-get -qq install -y --no-install-recommends pcscd vsmartcard-vpcd systemd desktop-file-utils curl >/dev/null 2>&1
inside id lin >/dev/null 2>&1 || inside useradd --create-home lin
inside dpkg --purge mhb-card-bridge >/dev/null 2>&1 || true
rm -f "$root/etc/apt/sources.list.d/mhb.list" "$root/etc/apt/keyrings/mhb-card-bridge.asc"
rm -rf "$root/srv/apt" "$root/home/lin/.config" "$root/home/lin/.local" && cp -r "$packages/apt" "$root/srv/apt"
files >/tmp/mhb-before
mkdir -p "$root/etc/apt/keyrings"
cp "$packages/apt/mhb-card-bridge.asc" "$root/etc/apt/keyrings/"
echo 'deb [signed-by=/etc/apt/keyrings/mhb-card-bridge.asc] file:/srv/apt stable main' >"$root/etc/apt/sources.list.d/mhb.list"

echo "mhb-card-bridge mhb-card-bridge/origins string $site" | inside debconf-set-selections
start=$(date +%s.%N)
inside apt-get -qq update
inside apt-get -qq install -y --no-install-recommends mhb-card-bridge >/dev/null
say 'installed from the signed folder, seconds' "$(echo "$(date +%s.%N) - $start" | bc)"
say 'questions' "$(inside debconf-show mhb-card-bridge | wc -l)"
grep -q "$site" "$root/etc/mhb-card-bridge/policy.json" || fail 'the answer is the policy'
[ -L "$root/etc/systemd/user/default.target.wants/mhb-card-bridge.service" ] || fail 'the unit is enabled'
inside env XDG_RUNTIME_DIR=/tmp systemd-analyze --user --man=no verify /usr/lib/systemd/user/mhb-card-bridge.service || fail 'the unit is right'
inside desktop-file-validate /etc/xdg/autostart/mhb-card-bridge.desktop /usr/share/applications/mhb-card-bridge.desktop || fail 'the desktop entries are right'
say 'unit, autostart entry, application' ok

# A network of its own: the reader listens on every address.
unshare -mn bash -c '
  set -e
  ip link set lo up
  root=$1 here=$2 site=$3
  mkdir -p "$root/run/pcscd"
  chroot "$root" pcscd --foreground >/dev/null 2>&1 & daemon=$!
  sleep 2
  node "$here/virtual-card.mjs" >/tmp/mhb-card.log 2>&1 & card=$!
  trap "kill \$daemon \$card \$bridge 2>/dev/null || true" EXIT
  bridge=
  exec_line=$(sed -n "s/^Exec=//p" "$root/etc/xdg/autostart/mhb-card-bridge.desktop")
  chroot --userspec=lin:lin "$root" env HOME=/home/lin LANG=zh_TW.UTF-8 sh -c "exec $exec_line" >/tmp/mhb-bridge.log 2>&1 & bridge=$!
  for try in $(seq 100); do
    curl -fs -o /dev/null -H "origin: $site" http://127.0.0.1:17788/v1/health && break
    sleep 0.2
  done
  code() { chroot --userspec=$2 "$root" curl -s -o /dev/null -w "%{http_code}" -H "origin: $1" http://127.0.0.1:17788/v1/health || true; }
  echo "allowed, foreign, another person: $(code $site lin:lin) $(code https://evil.example lin:lin) $(code $site nobody:nogroup)"
  for try in $(seq 50); do grep -q inserted /tmp/mhb-card.log && break; sleep 0.2; done
  chroot --userspec=lin:lin "$root" env HOME=/home/lin LANG=zh_TW.UTF-8 mhb-card-bridge doctor --card || { echo doctor FAILED; exit 1; }
  ps -o rss= -p "$(pgrep -f "mhb-card-bridge run" | head -1)" | awk "{print \"memory of the bridge, MB: \" \$1/1024}"
  kill $bridge
' bash "$root" "$here" "$site"
say 'green with the real daemon and a virtual card' ok

rm -rf "$root/srv/apt" && cp -r "$newer/apt" "$root/srv/apt"
mkdir -p "$root/srv/apt/pool" && cp "$packages"/*.deb "$root/tmp/old.deb"
inside apt-get -qq update
inside apt-get -qq install -y --only-upgrade mhb-card-bridge >/dev/null
say 'upgraded to' "$(version)"
upgraded=$(version)
inside dpkg --install --force-downgrade /tmp/old.deb >/tmp/mhb-down.log 2>&1 && fail 'going back is refused'
[ "$(version)" = "$upgraded" ] || fail 'the newer version stays'
say 'going back is refused' ok
inside apt-get -qq purge -y mhb-card-bridge >/dev/null
rm -f "$root/etc/apt/sources.list.d/mhb.list" "$root/etc/apt/keyrings/mhb-card-bridge.asc"
files >/tmp/mhb-after
diff /tmp/mhb-before /tmp/mhb-after || fail 'nothing is left'
inside debconf-show mhb-card-bridge | grep -q . && fail 'no answer is left'
say 'purged, nothing is left' ok
