#!/usr/bin/env bash
# Tries what the property tests claim on new inputs, for so many minutes in all:
#   tests/fuzz.sh MINUTES [PROJECT...]
# PROJECT is a folder of tests, for instance Inference.Tests; without any all that have property tests are run. A failure names its
# seed: FUZZ_SEED=N tests/fuzz.sh 1 Inference.Tests begins there again. What is found is mended, and becomes a test of its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

[ $# -gt 0 ] || { sed -n '2,5s/^# //p' "$0"; exit 2; }
minutes=$1
shift
[ $# -gt 0 ] || set -- $(grep -l 'Claim\.Holds(' -r --include='*PropertyTests.cs' . | cut -d/ -f2 | sort -u)

claims=0
for project in "$@"; do
  claims=$((claims + $(grep -o 'Claim\.Holds(' -rh --include='*PropertyTests.cs' "$project" | wc -l)))
done
export FUZZ_SECONDS=$((minutes * 60 / claims))
echo "$claims claims, $FUZZ_SECONDS seconds each"

status=0
for project in "$@"; do
  dotnet build -c Release -v quiet --nologo "$project"
  "./$project/bin/Release/net10.0/MonitoringDemo.$project" -noColor -maxThreads 1 -class '*PropertyTests' || status=1
done
exit "$status"
