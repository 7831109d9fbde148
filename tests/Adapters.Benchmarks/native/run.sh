#!/usr/bin/env bash
# Reads the frames of the decoding benchmark with serde_json + rust_decimal and with simdjson, both from Debian's packages,
# and with this project's decoder and the one by hand, in turns; prints the least of each.
# usage: tests/Adapters.Benchmarks/native/run.sh [turns]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(dirname "$here")
turns=${1:-5}

missing=()
command -v cargo > /dev/null || missing+=(cargo)
command -v g++ > /dev/null || missing+=(g++)
for crate in serde-1 serde_derive-1 serde_json-1 rust_decimal-1; do
  compgen -G "/usr/share/cargo/registry/$crate.*" > /dev/null || missing+=("librust-$(tr _ - <<< "${crate%-1}")-dev")
done
[ -e /usr/include/simdjson.h ] || missing+=(libsimdjson-dev)
if [ ${#missing[@]} -gt 0 ]; then
  echo "These packages are missing: ${missing[*]}. On Debian: apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$here/serde" "$work/serde" # cargo writes beside what it builds
(cd "$work/serde" && cargo build --release --quiet)
g++ -O3 -march=native -std=c++17 -o "$work/simdjson" "$here/simdjson.cpp" -lsimdjson
dotnet build "$project" -c Release --nologo -v q > "$work/build.txt" || { cat "$work/build.txt" >&2; exit 1; }
own=(dotnet "$project/bin/Release/net10.0/Adapters.Benchmarks.dll" frames)
"${own[@]}" write "$work"
for ((turn = 1; turn <= turns; turn++)); do
  "$work/serde/target/release/serde-rows" "$work"
  "$work/simdjson" "$work"
  "${own[@]}" read "$work"
done | awk -F' *[|] *' '
  { if (!($2 in seen)) { seen[$2] = ++rows; name[rows] = $2 }
    for (i = 3; i <= 5; i++) if (!(($2, i) in least) || $i < least[$2, i]) least[$2, i] = $i }
  END {
    own = name[rows]
    for (r = 1; r <= rows; r++) if (name[r] ~ /^Adapters/) own = name[r]
    print "| way | trade ns | depth 20+20 ns | depth 200+200 ns | Adapters is so many times as fast |"
    print "| --- | ---: | ---: | ---: | ---: |"
    for (r = 1; r <= rows; r++) {
      printf "| %s | %d | %d | %d | %.1f, %.1f, %.1f |\n", name[r], least[name[r], 3], least[name[r], 4], least[name[r], 5],
        least[name[r], 3] / least[own, 3], least[name[r], 4] / least[own, 4], least[name[r], 5] / least[own, 5]
    }
  }'
