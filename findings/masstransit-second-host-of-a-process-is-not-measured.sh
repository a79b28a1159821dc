#!/usr/bin/env bash
# MassTransit 8.5.12 on .NET 10: the counter messaging.masstransit.consume over two hosts of one process, one after the other, three messages each. While the first
# host is kept both count 3. Once the first was disposed, the second consumes its three messages and counts none: the instruments are static, made of
# the first host's meters, and those go with it. No error, no log line; the other metrics of the second host are there.
# Who is hurt: who starts a host anew within a process (a restart after a fault, tenants or exercises side by side, tests of dashboards and alerts): queues
# look idle, and an alert on failed messages never fires. A process a host is the way round it.
#
# Seen: first host kept: 3, then 3. first host disposed: 3, then 0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cd "$work"
cat > Finding.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="MassTransit" Version="8.5.12" />
    <PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.0" />
  </ItemGroup>
</Project>
P
cat > Program.cs <<'P'
using System.Diagnostics.Metrics;
using Finding;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var dispose = args[0] == "disposed";
Console.WriteLine($"first host {args[0]}: {await CountAsync(dispose)}, then {await CountAsync(dispose)}.");

static async Task<long> CountAsync(bool dispose)
{
    var builder = Host.CreateApplicationBuilder();
    builder.Logging.ClearProviders();
    builder.Services.AddMassTransit(bus =>
    {
        bus.DisableUsageTelemetry();
        bus.AddConsumer<Taking>();
        bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
    });
    var host = builder.Build();
    var counted = 0L;
    using var listener = new MeterListener
    {
        InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Name == "messaging.masstransit.consume") own.EnableMeasurementEvents(instrument);
        },
    };
    listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref counted, value));
    listener.Start();
    await host.StartAsync();
    Taking.Taken = new CountdownEvent(3);
    for (var n = 0; n < 3; n++) await host.Services.GetRequiredService<IBus>().Publish(new Sent(n));
    Taking.Taken.Wait();
    // It is counted after the consumer has returned.
    for (var wait = 0; wait < 20 && Interlocked.Read(ref counted) < 3; wait++) await Task.Delay(100);
    await host.StopAsync();
    if (dispose) host.Dispose();
    return counted;
}

namespace Finding
{
    public record Sent(int Number);

    public class Taking : IConsumer<Sent>
    {
        public static CountdownEvent Taken = new(3);

        public Task Consume(ConsumeContext<Sent> context)
        {
            Taken.Signal();
            return Task.CompletedTask;
        }
    }
}
P
dotnet build -c Release -v quiet -o out > build.txt 2>&1 || { cat build.txt; exit 1; }
for first in kept disposed; do dotnet out/Finding.dll "$first" | tee -a said.txt; done
if grep -q '^first host kept: 3, then 3\.' said.txt && grep -q '^first host disposed: 3, then 0\.' said.txt; then
  echo "As described: the second host consumes and counts nothing."
else
  echo "CHANGED: see above."
  exit 1
fi
