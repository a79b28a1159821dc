#!/usr/bin/env bash
# Are the reports of this checkout, timing aside, the same as those of another commit?
#   benchmarks/same-reports.sh COMMIT [SEED...]     (seeds 1 to 3 when none is given)
# It builds the other commit in a temporary folder, plays the six scenarios with both and, where MONITORINGDEMO_DATA names
# the data sets' folder, two replays. What differs is named; exit code 1 when something does, 2 when a run failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

commit=${1:?usage: benchmarks/same-reports.sh COMMIT [SEED...]}
shift
seeds=("$@")
[ ${#seeds[@]} -gt 0 ] || seeds=(1 2 3)

work=$(mktemp -d)
trap 'git worktree remove --force "$work/before" >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
git worktree add --quiet --detach "$work/before" "$commit"
echo "Build $commit and this checkout."
dotnet build -c Release -v quiet "$work/before/services/Demo" -o "$work/bin-before" >/dev/null
dotnet build -c Release -v quiet services/Demo -o "$work/bin-after" >/dev/null

# Leaves out what depends on the machine.
strip() { python3 -c 'import json, sys; r = json.load(open(sys.argv[1])); r.pop("timing", None); json.dump(r, sys.stdout, indent=1, sort_keys=True)' "$1"; }

same=0 different=0
compare() {
  local name=$1
  shift
  for side in before after; do
    # A scenario that misses its budget exits with 1: its report is compared all the same.
    dotnet "$work/bin-$side/MonitoringDemo.Demo.dll" "$@" --json "$work/$side.json" >"$work/$side.log" 2>&1 || [ $? -eq 1 ] || { echo "$name: $side failed: $(tail -1 "$work/$side.log")"; exit 2; }
    strip "$work/$side.json" >"$work/$side.txt"
  done
  if cmp -s "$work/before.txt" "$work/after.txt"; then
    same=$((same + 1))
  else
    different=$((different + 1))
    echo "$name differs, first here:"
    diff "$work/before.txt" "$work/after.txt" | head -6 || true
  fi
}

for seed in "${seeds[@]}"; do
  for scenario in steady decades taste-flip unit-change summer-hits bad-candidate; do
    compare "$scenario, seed $seed" run "$scenario" --seed "$seed"
  done
done
if [ -n "${MONITORINGDEMO_DATA:-}" ]; then
  compare "songs" replay "$MONITORINGDEMO_DATA/music_hit_stream.csv.gz" --label hit --time stream_date --ignore song_id,title,artist,decade --warmup 2400 --delay 200
  compare "elec2" replay "$MONITORINGDEMO_DATA/elec2.csv.gz" --label label_up --time timestamp --ignore row,date --warmup 8064 --delay 48
fi

echo "$same reports are the same, $different differ."
[ "$different" -eq 0 ]
