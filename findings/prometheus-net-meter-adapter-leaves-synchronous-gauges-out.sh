#!/usr/bin/env bash
# prometheus-net 8.2.1 on .NET 10: MeterAdapter shows no Gauge<T> of System.Diagnostics.Metrics, and says nothing. An observable gauge
# and a counter of the same meter are on the page, so nobody looks for the third. A figure such as "the version that serves" or
# "accuracy now", recorded by Gauge<T>.Record, is absent, and an alert on it never fires.
# Besides, a counter whose name ends in _total is published with the type gauge.
#
# Seen: # TYPE demo_requests_total gauge, demo_temperature 7, and no line with demo_accuracy.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > finding.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="prometheus-net" Version="8.2.1" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Diagnostics.Metrics;
using Prometheus;

var registry = Metrics.NewCustomRegistry();
using var meter = new Meter("demo");
using var adapter = MeterAdapter.StartListening(new MeterAdapterOptions { Registry = registry, MetricFactory = Metrics.WithCustomRegistry(registry), InstrumentFilterPredicate = instrument => instrument.Meter.Name == "demo" });
meter.CreateCounter<long>("requests_total").Add(3);
meter.CreateGauge<double>("accuracy").Record(0.8);
meter.CreateObservableGauge("temperature", () => 7.0);

using var page = new MemoryStream();
await registry.CollectAndExportAsTextAsync(page);
Console.Write(System.Text.Encoding.UTF8.GetString(page.ToArray()));
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > page.txt
cat page.txt
grep -q '^# TYPE demo_requests_total gauge$' page.txt || { echo "CHANGED: the counter has another type."; exit 1; }
grep -q '^demo_temperature 7$' page.txt || { echo "CHANGED: the observable gauge is not there."; exit 1; }
if grep -q 'demo_accuracy' page.txt; then echo "CHANGED: the synchronous gauge is there."; exit 1; fi
echo "As described: the synchronous gauge is left out, the counter is a gauge."
