#!/bin/bash
# `npm run package:check [-- debian | windows]`: makes the packages of two versions, the first of them twice, and checks
# them in a clean Debian and under Wine. Takes half an hour on two cores; as root.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=node_modules/.cache/mhb-kit/package/check
[ $# -gt 0 ] || set -- debian windows
for system in "$@"; do
  [ "$system" = windows ] && target=windows-x64 || target=linux-x64
  for made in "old 0.1.0" "new 0.2.0" "again 0.1.0"; do
    read -r folder version <<<"$made"
    npm run -s package -- --target "$target" --version "$version" --out "$out/$system/$folder" \
      --origin https://passbook.example.tw --updates http://127.0.0.1:8099/ >"/tmp/mhb-package.log" 2>&1 ||
      { tail /tmp/mhb-package.log; exit 1; }
  done
  bash "build/package/check/check-$system.sh" "$out/$system/old" "$out/$system/new" "$out/$system/again"
done
