# Sourced by the checks that boot a clean Debian, in a container with a network of its own: nothing but its loopback, so the
# reader is nobody else's and no package comes from elsewhere. They set `root` and `work`.
container= system=

# Boots the root.
boot() {
  systemd-nspawn -D "$root" -b --register=no --keep-unit --private-network --console=pipe </dev/null >"$work/boot" 2>&1 & container=$!
  for _ in $(seq 100); do system=$(pgrep -P $container | head -1) && [ -n "$system" ] && break; sleep 0.1; done
  for _ in $(seq 100); do [[ $(inside systemctl is-system-running 2>/dev/null) =~ running|degraded ]] && break; sleep 0.3; done
  say 'booted' "$(inside systemctl is-system-running || true)"
}
inside() { nsenter -t "$system" -a env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

# apt with the signed folder alone, and a folder to put there.
apt() { inside apt-get -qq -o Dir::Etc::sourcelist=/etc/apt/sources.list.d/mhb.list -o Dir::Etc::sourceparts=- "$@"; }
offer() { rm -rf "$root/srv/apt" && cp -r "$1/apt" "$root/srv/apt" && apt update; }
trust() {
  mkdir -p "$root/etc/apt/keyrings"
  cp "$1/apt/mhb-card-bridge.asc" "$root/etc/apt/keyrings/"
  echo 'deb [signed-by=/etc/apt/keyrings/mhb-card-bridge.asc] file:/srv/apt stable main' >"$root/etc/apt/sources.list.d/mhb.list"
}
