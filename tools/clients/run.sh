#!/usr/bin/env bash
# Drives the simulated exchange with clients that share no code with this project, unchanged, as a trader would.
# Skips, and says why, where Node, npm, its registry or the clients' scripts are not at hand.
# Usage: tools/clients/run.sh [more options of the driver, such as --verbose]
set -uo pipefail
cd "$(dirname "$0")/../.."

scripts="../shared/clients"
clients="ccxt@4.5.84 bybit-api@4.7.7"
configuration="${CONFIGURATION:-Debug}"

skip() { echo "clients skipped: $1"; exit 0; }
[ -f "$scripts/drive-simulator.mjs" ] || skip "the clients' scripts are not beside the project"
command -v node >/dev/null && command -v npm >/dev/null || skip "node and npm are not installed"

folder="${ADAPTERS_CLIENTS:-${TMPDIR:-/tmp}/adapters-clients}"
mkdir -p "$folder"
if [ ! -d "$folder/node_modules/ccxt" ]; then
  # shellcheck disable=SC2086 # several words are meant
  timeout 300 npm install --prefix "$folder" --no-audit --no-fund --silent $clients || skip "the registry of npm packages does not give $clients"
fi

tool="tools/Adapters.Cli/bin/$configuration/net10.0/adapters.dll"
[ -f "$tool" ] || dotnet build tools/Adapters.Cli -c "$configuration" -v q --nologo || exit 1
work="$(mktemp -d)"
venue=""
trap 'if [ -n "$venue" ]; then kill "$venue" 2>/dev/null; wait "$venue" 2>/dev/null; fi; rm -rf "$work"' EXIT
kinds="hmac"
keys=()
if command -v openssl >/dev/null; then
  # Keys that open nothing but the simulated exchange of this run.
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/rsa.pem" 2>/dev/null || exit 1
  openssl genpkey -algorithm ED25519 -out "$work/ed25519.pem" 2>/dev/null || exit 1
  for kind in rsa ed25519; do
    openssl pkey -in "$work/$kind.pem" -pubout -out "$work/$kind.pub" || exit 1
    keys+=(--public-key "$work/$kind.pub")
    kinds="$kinds $kind"
  done
else
  echo "clients: RSA and Ed25519 keys skipped: openssl is not installed"
fi

lines="$work/lines"
dotnet "$tool" simulate binance --port 0 --json ${keys[@]+"${keys[@]}"} >"$lines" &
venue=$!
for _ in $(seq 100); do
  [ -s "$lines" ] && break
  kill -0 $venue 2>/dev/null || { echo "the simulated exchange did not start"; exit 1; }
  sleep 0.2
done

field() { node -p "JSON.parse(require('fs').readFileSync('$lines', 'utf8'))$1"; }
status=0
for kind in $kinds; do
  case $kind in
    hmac) key="$(field .key)"; secret="$(field .secret)" ;;
    *) key="$(field ".publicKeys.find(k => k.file.endsWith('/$kind.pub')).key")"; secret="@$work/$kind.pem" ;;
  esac
  ORACLE_NPM="$folder" timeout 300 node "$scripts/drive-simulator.mjs" --venue binance \
    --rest "$(field .rest)" --ws "$(field .ws)" --key "$key" --secret "$secret" "$@" | grep -v ' passed, ' | tee "$work/out"
  passed=$(grep -c '^PASS' "$work/out")
  failed=$(grep -c '^FAIL' "$work/out")
  echo "clients: $kind: $passed steps passed, $failed failed"
  # A driver that ended early has passed fewer.
  { [ "$failed" -eq 0 ] && [ "$passed" -ge 25 ]; } || status=1
done
exit $status
