#!/usr/bin/env bash
# prometheus-net.AspNetCore 8.2.1 on ASP.NET Core of .NET 10: UseHttpMetrics counts a request whose handler threw as code="200". The client gets 500.
# The middleware reads the status while the exception is still on its way out, and what turns it into a 500 stands outside, be it
# the server itself or UseExceptionHandler in its usual place, before all else. A 500 that a handler returns is counted as 500, so a try by hand passes.
# Who is hurt: whoever alerts on the share of code=~"5.." of a model server. A champion that throws on every song (a
# missing feature, a wrong shape, a lost file) is a service without a single error.
#
# Seen: answers 500, 500; counted: code 500 for the returned one, code 200 for the thrown one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > finding.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="prometheus-net.AspNetCore" Version="8.2.1" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using Prometheus;

var builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
var registry = Metrics.NewCustomRegistry();
await using var app = builder.Build();
app.UseExceptionHandler(handler => handler.Run(_ => Task.CompletedTask));
app.UseRouting();
app.UseHttpMetrics(options => options.SetMetricFactory(registry));
app.MapGet("/returned", () => Results.StatusCode(500));
app.MapGet("/thrown", IResult () => throw new InvalidOperationException("the model has no such feature"));
await app.StartAsync();

using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
foreach (var path in new[] { "/returned", "/thrown" })
    Console.WriteLine($"{path}: answered {(int)(await client.GetAsync(path)).StatusCode}");
await app.StopAsync();

using var page = new MemoryStream();
await registry.CollectAndExportAsTextAsync(page);
foreach (var line in System.Text.Encoding.UTF8.GetString(page.ToArray()).Split('\n').Where(line => line.StartsWith("http_requests_received_total{")))
    Console.WriteLine(line);

static class Options
{
    public static void SetMetricFactory(this Prometheus.HttpMetrics.HttpMiddlewareExporterOptions options, CollectorRegistry registry)
    {
        options.InProgress.Registry = registry;
        options.RequestCount.Registry = registry;
        options.RequestDuration.Registry = registry;
    }
}
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect '/returned: answered 500' "a returned failure is answered otherwise."
expect '/thrown: answered 500' "a thrown failure is answered otherwise."
expect 'http_requests_received_total{code="500",method="GET",controller="",action="",endpoint="/returned"} 1' "a returned failure is counted otherwise."
expect 'http_requests_received_total{code="200",method="GET",controller="",action="",endpoint="/thrown"} 1' "a thrown failure is counted otherwise."
echo "As described: a thrown failure is answered with 500 and counted as 200."
