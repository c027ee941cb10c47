#!/bin/bash
# `npm run package:check [-- [--install] [debian] [kiosk] [windows] [macos] [update]]`: makes the packages of two versions,
# the first of them twice, and checks them: in a clean Debian, under Wine, and what can be checked of macOS without a Mac.
# `update` cuts the power during updates and changes lists and packages. A table at the end says what was shown and what
# was skipped; the exit code is 1 if anything failed, or if something was skipped that was asked for by its name. As root;
# half an hour on two quiet cores. `--install` installs what is missing with apt-get.
set -euo pipefail
cd "$(dirname "$0")/../../.."
here=build/package/check out=$PWD/node_modules/.cache/mhb-kit/package/check
install=no named=yes
[ "${1:-}" = --install ] && install=yes && shift
[ $# -gt 0 ] || { named=no; set -- debian kiosk windows macos update; }
for system in "$@"; do
  [[ $system =~ ^(debian|kiosk|windows|macos|update)$ ]] || { echo "No such check: $system. There are: debian, kiosk, windows, macos, update" >&2; exit 2; }
done
mkdir -p "$out"
exec {MHB_RESULTS}>"$out/results"
export MHB_RESULTS MHB_SYSTEM=
# The packages contain the time of the last commit; one that is made during the check must not change the second build.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
: >"$out/begun"
. "$here/results.sh"

# The programs that a check needs, each with its Debian package.
needs_debian='debootstrap systemd-nspawn:systemd-container lintian dpkg-scanpackages:dpkg-dev gpg nsenter:util-linux ss:iproute2 bc'
needs_kiosk='debootstrap systemd-nspawn:systemd-container lintian dpkg-scanpackages:dpkg-dev gpg nsenter:util-linux'
needs_windows='wine wixl msibuild:msitools msiinfo:msitools Xvfb:xvfb python3 unshare:util-linux bc'
needs_macos='python3'
needs_update='strace'

missing_for() {
  local needs="needs_$1" need
  for need in ${!needs}; do command -v "${need%%:*}" >/dev/null || echo "${need##*:}"; done | sort -u
}

# The reason why a check cannot run here, or nothing.
why_not() {
  local missing
  [ "$1" != update ] && [ "$1" != macos ] && [ "$(id -u)" != 0 ] && { echo 'needs root'; return; }
  missing=$(missing_for "$1" | xargs)
  [ -n "$missing" ] || return 0
  if [ "$install" = yes ]; then
    apt-get -qq update && apt-get -qq install -y --no-install-recommends $missing >"$out/apt.log" 2>&1 && return
    echo "apt-get could not install: $missing ($(tail -1 "$out/apt.log"))"
  else echo "not installed: $missing; with --install, apt-get installs them"
  fi
}

make_packages() {
  local target=$2 folder version
  for made in 'old 0.1.0' 'new 0.2.0' 'again 0.1.0'; do
    read -r folder version <<<"$made"
    npm run -s package -- --target "$target" --version "$version" --out "$out/$1/$folder" \
      --origin https://passbook.example.tw --updates http://127.0.0.1:8099/ >"$out/package.log" 2>&1 ||
      { tail "$out/package.log"; fail "packages of $target are made"; }
  done
  local largest
  largest=$(find "$out/$1/old" -maxdepth 1 -type f -printf '%s\n' | sort -n | tail -1)
  say 'largest download, bytes (at most 40,000,000)' "$largest"
  [ "$largest" -le 40000000 ] || fail 'downloads are at most 40 MB'
}

check() {
  case $1 in
    debian) make_packages debian linux-x64; "$here/check-debian.sh" "$out"/debian/{old,new,again} ;;
    kiosk)
      # The packages from the check of the Debian package in the same run if there was one.
      [ "$out/debian/new/SHA256SUMS" -nt "$out/begun" ] || make_packages debian linux-x64
      "$here/check-kiosk.sh" "$out"/debian/{old,new} ;;
    windows) make_packages windows windows-x64; "$here/check-windows.sh" "$out"/windows/{old,new,again} ;;
    macos)
      make_packages macos macos-x64
      # The program of this system, from the check of the Debian package in the same run if there was one.
      local own="$out/../contents/linux-x64/mhb-card-bridge-0.1.0"
      [ "$own/mhb-card-bridge" -nt "$out/begun" ] || npm run -s package -- --target linux-x64 --version 0.1.0 \
        --origin https://passbook.example.tw --out "$out/macos/own" >"$out/package.log" 2>&1
      "$here/check-macos.sh" "$out"/macos/{old,again} "$own" ;;
    update)
      npm run -s fault -- --only update | tee "$out/update.log" || fail 'power cuts, changed lists and packages'
      grep '^update' "$out/update.log" | while IFS=: read -r name cases; do say "$name" "${cases# }, ok"; done ;;
  esac
}

failed=()
for system in "$@"; do
  MHB_SYSTEM=$system
  printf '\n%s\n' "$system"
  why=$(why_not "$system")
  if [ -n "$why" ]; then
    say 'skipped' "$why"
    [ "$named" = no ] || failed+=("$system")
    continue
  fi
  start=$SECONDS status=0
  # A process of its own: `set -e` would not hold inside a condition.
  (check "$system") & wait $! || status=$?
  if [ $status != 0 ]; then
    failed+=("$system")
    # One that ended at an unexpected place has not said it.
    grep -q "^$system	.*FAILED" "$out/results" || say "ended with code $status" FAILED
  fi
  say 'seconds, with making the packages' $((SECONDS - start))
done

printf '\n%-9s %-60s %s\n' check what result
awk -F '\t' '{ printf "%-9s %-60s %s\n", $1, $2, $3 }' "$out/results"
if [ ${#failed[@]} -gt 0 ]; then printf '\nNot shown: %s\n' "${failed[*]}"; exit 1; fi
