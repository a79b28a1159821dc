#!/usr/bin/env bash
# Generates each template under a name of its own in a copy of the repository, builds, and runs the suite of its kind. Minutes; outside of .ci/run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z | tar --null -T - -cf - | tar -xf - -C "$copy"
cd "$copy"

dotnet new install templates --debug:custom-hive "$copy/hive" > /dev/null
new() { dotnet new "$@" --debug:custom-hive "$copy/hive" > /dev/null; }
new demo-detector -n RateOfTheLast
new demo-scenario -n QuietNights
new demo-gate -n HonestScores
new demo-trainer -n FreshRows
new demo-channel -n PagerLine
new demo-service -n CarbonCounter
dotnet sln MonitoringDemo.sln add extensions/CarbonCounter tests/CarbonCounter.Tests > /dev/null

suite() {
  local project=$1 class=$2
  dotnet build -c Release -v quiet "tests/$project.Tests"
  "tests/$project.Tests/bin/Release/net10.0/MonitoringDemo.$project.Tests" -noColor -class "*$class" | tee "$copy/suite.log"
  grep -q "Failed: 0" "$copy/suite.log"
}
suite Drift DriftDetectorContractTests
suite Traffic ScenarioContractTests
suite Retraining GateContractTests
suite Learning ModelTrainerContractTests
suite Alerting AlertChannelContractTests
suite CarbonCounter CarbonCounterTests
dotnet build -c Release -v quiet services/Demo
dotnet run --no-build -c Release --project services/Demo -- scenarios | grep -q quiet-nights
dotnet run --no-build -c Release --project services/Demo -- trainers | grep -q fresh-rows
echo "Six templates pass the suites of their kinds."
