using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using MonitoringDemo.Chaos.Fleet;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.Messaging;
using RabbitMQ.Client;

namespace MonitoringDemo.Throughput.Stream;

/// <summary>A log that is there, over a stream into two copies, as the services carry it: one host that ships and two that copy, in this process.</summary>
internal static class CarriedLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="broker">The broker's address.</param>
    /// <param name="written">The data directory that the log is in.</param>
    /// <param name="log">What is in it.</param>
    /// <param name="folder">Gets the copies.</param>
    /// <param name="name">The stream's, which nobody has used.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>From the start of who ships until both copies have all.</returns>
    public static async Task<TimeSpan> CarryAsync(string broker, string written, RecordedLog log, string folder, string name, CancellationToken cancellationToken)
    {
        await DeclareAsync(broker, name, cancellationToken);
        string[] copies = [Path.Combine(folder, "first"), Path.Combine(folder, "second")];
        await using var ships = Build(broker, LogStreamRole.Writes, written, name);
        await using var first = Build(broker, LogStreamRole.Reads, copies[0], name);
        await using var second = Build(broker, LogStreamRole.Reads, copies[1], name);
        foreach (var reader in (WebApplication[])[first, second]) await reader.StartAsync(cancellationToken);

        var began = Stopwatch.GetTimestamp();
        await ships.StartAsync(cancellationToken);
        await Until.HoldsAsync(_ => Task.FromResult(copies.All(copy => Size(copy) >= log.Bytes)), Patience, "both copies have the log", cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(began);
        foreach (var host in (WebApplication[])[ships, first, second]) await host.StopAsync(cancellationToken);
        return elapsed;
    }

    /// <summary>As the bare stream is there before it is measured; with the exchange that the services publish to.</summary>
    private static async Task DeclareAsync(string broker, string name, CancellationToken cancellationToken)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(name, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, BareStream.Arguments, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(name, name, "", cancellationToken: cancellationToken);
    }

    private static long Size(string data) =>
        Path.Combine(data, "log") is var log && Directory.Exists(log) ? new DirectoryInfo(log).EnumerateFiles("*.log").Sum(file => file.Length) : 0;

    private static WebApplication Build(string broker, LogStreamRole role, string data, string name)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Data:Directory"] = data;
        builder.Configuration["ConnectionStrings:RabbitMQ"] = broker;
        builder.Configuration["Log:Stream"] = "true";
        builder.Configuration["Log:Name"] = name;
        builder.Configuration["Log:RetainBytes"] = "8589934592";
        builder.AddServiceDefaults($"{name}-{role}".ToLowerInvariant());
        builder.Logging.ClearProviders();
        builder.AddMessaging([], []);
        // A part that no service has: whatever the fleet shipped before, it begins at the first record.
        builder.AddLogStream(role, name);
        return builder.Build();
    }
}
