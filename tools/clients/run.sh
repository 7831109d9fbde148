#!/usr/bin/env bash
# Drives the simulated exchange with clients that share no code with this project, unchanged, as a trader would.
# Skips, and says why, where Node, npm, its registry or the clients' scripts are not at hand.
# Usage: tools/clients/run.sh [more options of the driver, such as --verbose]
set -uo pipefail
cd "$(dirname "$0")/../.."

scripts="../shared/clients"
clients="ccxt@4.5.84 bybit-api@4.7.7"
public="^(loadMarkets|fetchTime|fetchOrderBook|fetchTicker|fetchOHLCV|fetchTrades|watchOrderBook|watchTicker|watchTrades|watchOHLCV)$"
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
lines="$(mktemp)"
dotnet "$tool" simulate binance --port 0 --json >"$lines" &
venue=$!
trap 'kill $venue 2>/dev/null; wait $venue 2>/dev/null; rm -f "$lines"' EXIT
for _ in $(seq 100); do
  [ -s "$lines" ] && break
  kill -0 $venue 2>/dev/null || { echo "the simulated exchange did not start"; exit 1; }
  sleep 0.2
done

field() { sed -E "s/.*\"$1\":\"([^\"]*)\".*/\1/;q" "$lines"; }
out="$(mktemp)"
ORACLE_NPM="$folder" timeout 300 node "$scripts/drive-simulator.mjs" --venue binance --only "$public" \
  --rest "$(field rest)" --ws "$(field ws)" --key "$(field key)" --secret "$(field secret)" "$@" | grep -v ' passed, ' | tee "$out"
# The driver opens private streams even where only public steps are asked for. While the simulated exchange does not trade it
# refuses them (-1020), as it should; nothing else is let pass.
passed=$(grep -c '^PASS' "$out")
failed=$(grep '^FAIL' "$out" | grep -vc 'unhandled .*-1020')
rm -f "$out"
echo "clients: $passed steps passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -ge 10 ]
