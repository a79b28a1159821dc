#!/usr/bin/env bash
# Needs Alertmanager 0.25 (Debian: prometheus-alertmanager) and curl, and starts one of its own on loopback; skips without.
# Alertmanager 0.25.0: with max_alerts set, a webhook's "status" is that of the alerts that were left in, not of the group. The list is cut first
# and summed up then, and a resolved alert may well be the first of it. "status": "resolved" is sent while others of the same group fire.
# Who is hurt: whoever lets a webhook close an incident, end a quarantine or release a model on "resolved", with max_alerts set to
# keep the payload small. truncatedAlerts beside it says that something is missing, not that it fires.
#
# Seen: status resolved, truncatedAlerts 2; by the API at the same time: 2 active.
set -euo pipefail
alertmanager=$(command -v prometheus-alertmanager || command -v alertmanager) || { echo "Skipped: no Alertmanager."; exit 77; }
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
</Project>
P
cat > Program.cs <<'P'
// Keeps the body of each notification in a file of its own, and says where it listens.
var builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
await using var app = builder.Build();
var count = 0;
app.MapPost("/", async (HttpRequest request) =>
{
    using var reader = new StreamReader(request.Body);
    var number = Interlocked.Increment(ref count);
    await File.WriteAllTextAsync($"part-{number}", await reader.ReadToEndAsync());
    File.Move($"part-{number}", $"notification-{number}.json");
});
await app.StartAsync();
File.WriteAllText("part-address", app.Urls.Single());
File.Move("part-address", "address");
await app.WaitForShutdownAsync();
P
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build -c Release -v quiet > build.txt || { cat build.txt; exit 1; }
dotnet bin/Release/net10.0/finding.dll & pids+=($!)
await() { for _ in $(seq 300); do if eval "$1"; then return; fi; sleep 0.1; done; echo "CHANGED: waited 30 s for: $1"; exit 1; }
await '[ -s address ]'

cat > alertmanager.yml <<Y
route:
  receiver: hook
  group_by: [alertname]
  group_wait: 1s
  group_interval: 1s
receivers:
  - name: hook
    webhook_configs:
      - url: $(cat address)/
        send_resolved: true
        max_alerts: 1
Y
port=$((20000 + RANDOM % 10000))
"$alertmanager" --config.file=alertmanager.yml --storage.path=store --cluster.listen-address= --web.listen-address=127.0.0.1:$port > alertmanager.txt 2>&1 & pids+=($!)
api=http://127.0.0.1:$port/api/v2/alerts
await "curl -sf $api > /dev/null"

alert() { printf '{"labels":{"alertname":"ModelDegraded","job":"%s"}%s}' "$1" "${2:-}"; }
post() { curl -sf -H 'Content-Type: application/json' -d "[$1]" $api; }
post "$(alert a),$(alert b),$(alert c)"
await '[ -s notification-1.json ]'
post "$(alert a ",\"endsAt\":\"$(date -u +%FT%TZ)\"")"
await 'grep -qs "\"status\":\"resolved\"" notification-*.json'
seen=$(grep -l '"status":"resolved"' notification-*.json | head -1)
active=$(curl -sf "$api?active=true" | grep -o '"state":"active"' | wc -l)
status=$(grep -o '"status":"[a-z]*","alerts"' "$seen" | cut -d'"' -f4)
truncated=$(grep -o '"truncatedAlerts":[0-9]*' "$seen" | cut -d: -f2)
echo "status $status, truncatedAlerts $truncated; by the API: $active active"
[ "$status" = resolved ] || { echo "CHANGED: the group's status is $status."; exit 1; }
[ "$truncated" = 2 ] || { echo "CHANGED: another number of alerts was cut."; exit 1; }
[ "$active" = 2 ] || { echo "CHANGED: another number of alerts fires."; exit 1; }
echo "As described: the group is called resolved while two of its alerts fire."
