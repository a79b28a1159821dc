#!/usr/bin/env bash
# Needs Prometheus 2.42 (Debian: prometheus) and curl, and starts one of its own on loopback; skips without.
# prometheus-net.AspNetCore 8.2.1 beside Prometheus 2.42.0: a counter whose name does not end in _total takes the whole target down, from the first
# time that it is counted within a trace. OpenMetrics has no such counter, so the page calls it "unknown"; a counter carries an exemplar
# as soon as an activity is current; and Prometheus refuses every line of a page with an exemplar on an unknown.
# Who is hurt: whoever names a counter "predictions". Start, health check and first scrapes are well; with the first traced request "up" is
# 0, and accuracy, drift and latency of the service are gone with it. Rules on them do not fire, they have nothing to look at.
#
# Seen: before: up 1; after one count within an activity: up 0, "metric name predictions does not support exemplars".
set -euo pipefail
command -v prometheus > /dev/null || { echo "Skipped: no Prometheus."; exit 77; }
command -v curl > /dev/null || { echo "Skipped: no curl."; exit 77; }
work=$(mktemp -d)
pids=()
trap 'for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; wait "$pid" 2> /dev/null || true; done; rm -rf "$work"' EXIT
cd "$work"
cat > finding.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="prometheus-net.AspNetCore" Version="8.2.1" />
  </ItemGroup>
</Project>
P
cat > Program.cs <<'P'
using System.Diagnostics;
using Prometheus;

var builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
var registry = Metrics.NewCustomRegistry();
var predictions = Metrics.WithCustomRegistry(registry).CreateCounter("predictions", "Predictions made.");
predictions.Inc();
await using var app = builder.Build();
app.MapMetrics(registry: registry);
app.MapPost("/predict", () =>
{
    using var activity = new Activity("predict").SetIdFormat(ActivityIdFormat.W3C).Start();
    predictions.Inc();
});
await app.StartAsync();
File.WriteAllText("part-address", new Uri(app.Urls.Single()).Authority);
File.Move("part-address", "address");
await app.WaitForShutdownAsync();
P
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build -c Release -v quiet > build.txt || { cat build.txt; exit 1; }
dotnet bin/Release/net10.0/finding.dll & pids+=($!)
await() { for _ in $(seq 300); do if eval "$1"; then return; fi; sleep 0.1; done; echo "CHANGED: waited 30 s for: $1"; exit 1; }
await '[ -s address ]'

cat > prometheus.yml <<Y
global:
  scrape_interval: 1s
scrape_configs:
  - job_name: model
    static_configs:
      - targets: ["$(cat address)"]
Y
port=$((20000 + RANDOM % 10000))
prometheus --config.file=prometheus.yml --storage.tsdb.path=store --web.listen-address=127.0.0.1:$port > prometheus.txt 2>&1 & pids+=($!)
targets() { curl -sf "http://127.0.0.1:$port/api/v1/targets?state=active" || true; }
await 'targets | grep -q "\"health\":\"up\""'
echo "before: up"
curl -sf -X POST "http://$(cat address)/predict"
await 'targets | grep -q "\"health\":\"down\""'
targets | grep -o '"lastError":"[^"]*"' | tee seen.txt
grep -q 'metric name predictions does not support exemplars' seen.txt || { echo "CHANGED: the target is down for another reason."; exit 1; }
echo "As described: one exemplar, and nothing of the service is scraped any more."
