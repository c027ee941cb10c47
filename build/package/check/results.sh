# Sourced by the checks: one line per result, on the screen and for the table at the end of `check.sh`, which passes its
# open file: a check that runs as another user could not open it.
say() {
  printf '%-60s %s\n' "$1" "$2"
  [ -z "${MHB_RESULTS:-}" ] || printf '%s\t%s\t%s\n' "$MHB_SYSTEM" "$1" "$2" >&"$MHB_RESULTS"
}
fail() { say "$1" FAILED; exit 1; }
