using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.State;
using RabbitMQ.Client;

namespace MonitoringDemo.EndToEnd.Tests.LogStream;

public sealed class LogReplicaTests
{
    [Fact]
    public async Task A_reader_goes_on_where_it_was_and_sets_aside_what_it_cannot_read()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        using var log = new WrittenLog();
        using var data = new TemporaryDirectory();
        await using var writer = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, log.Data, cancellation);
        log.Append(200);
        await using (var before = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, data.Path, cancellation)) await before.FramesAsync(200, cancellation);
        log.Append(100);
        await writer.ReadyAsync((ready, _) => ready && writer.Hold.FromOrdinal == 300, "All is confirmed", cancellation);
        await PublishAsync(broker.Port, new BasicProperties(), cancellation);
        await PublishAsync(broker.Port, new ShippedMessage("inference-1", "a log", 300, 301, default).Properties(), cancellation);
        log.Append(100);

        await using var reader = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, data.Path, cancellation);
        var frames = await reader.FramesAsync(400, cancellation);

        frames.ShouldBe(log.Frames);
        await reader.ReadyAsync((ready, _) => ready, "The reader is ready", cancellation);
        (await reader.MetricAsync("mlops_inference_log_duplicates_total", cancellation)).ShouldBe(0);
        (await reader.MetricAsync("mlops_inference_log_parked_total", cancellation)).ShouldBe(2);
        (await reader.MetricAsync("mlops_inference_log_replica_lag", cancellation)).ShouldBe(0);
        var parked = (await File.ReadAllLinesAsync(data.PathOf(LogStreamHost.Part, "log-parked.jsonl"), cancellation)).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        parked.Select(line => line.GetProperty("body").GetBytesFromBase64()).ShouldBe([Garbage, Garbage]);
        parked[0].GetProperty("reason").GetString().ShouldBe("It does not say which record of which log it is.");
        parked[1].GetProperty("reason").GetString().ShouldStartWith("13 bytes are no record");
    }

    [Fact]
    public async Task Records_that_travelled_alone_and_records_that_travelled_packed_are_one_log_also_where_both_bring_the_same()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        using var log = new WrittenLog();
        using var data = new TemporaryDirectory();
        log.Append(150);
        await using (var before = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, log.Data, cancellation, compress: false))
            await before.ReadyAsync((ready, _) => ready && before.Hold.FromOrdinal == 150, "All is confirmed", cancellation);
        var forwarded = new Checkpoint<ForwardedPosition>(Path.Combine(log.Data, LogStreamHost.Part, "log-forwarded.json"));
        forwarded.TryLoad(out var position).ShouldBeTrue();
        forwarded.Save(position with { NextOrdinal = 100 });
        log.Append(2_000);

        await using var writer = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, log.Data, cancellation);
        await using var reader = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, data.Path, cancellation);
        var frames = await reader.FramesAsync(2_150, cancellation);

        frames.ShouldBe(log.Frames);
        (await reader.MetricAsync("mlops_inference_log_duplicates_total", cancellation)).ShouldBe(50);
        (await reader.MetricAsync("mlops_inference_log_parked_total", cancellation)).ShouldBe(0);
        (await reader.MetricAsync("mlops_inference_log_missing_total", cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_position_past_the_end_of_the_stream_or_in_another_one_is_told_and_mended_by_deleting_it()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        using var log = new WrittenLog();
        using var data = new TemporaryDirectory();
        await using var writer = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, log.Data, cancellation, compress: false);
        log.Append(20);
        await using (var before = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, data.Path, cancellation)) await before.FramesAsync(20, cancellation);
        var checkpoint = new Checkpoint<ReplicaPosition>(data.PathOf(LogStreamHost.Part, "log-replica.json"));
        checkpoint.TryLoad(out var position).ShouldBeTrue();

        var past = await RefusalAsync(position with { Offset = position.Offset + 1_000 });
        var another = await RefusalAsync(position with { Offset = position.Offset - 5 });
        File.Delete(checkpoint.Path);
        log.Append(5);
        await using var mended = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, data.Path, cancellation);

        past.ShouldContain("it ends before that");
        another.ShouldContain("another message than this service has read there");
        (await mended.FramesAsync(25, cancellation)).ShouldBe(log.Frames);

        async Task<string> RefusalAsync(ReplicaPosition wrong)
        {
            checkpoint.Save(wrong);
            await using var reader = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, data.Path, cancellation);
            return await reader.ReadyAsync((ready, body) => !ready && body.Contains("delete its file log-replica.json", StringComparison.Ordinal), "Readiness says what does not fit", cancellation);
        }
    }

    [Fact]
    public async Task A_copy_that_lost_its_end_and_positions_that_cannot_be_read_are_made_good_from_the_stream_and_the_log()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        using var log = new WrittenLog();
        using var cut = new TemporaryDirectory();
        using var altered = new TemporaryDirectory();
        log.Append(400);
        await using (await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, log.Data, cancellation))
        {
            foreach (var data in new[] { cut, altered })
            {
                await using var before = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, data.Path, cancellation);
                await before.FramesAsync(400, cancellation);
            }
        }

        using (var segment = File.OpenWrite(Directory.GetFiles(cut.PathOf("log"), "*.log").Single())) segment.SetLength(segment.Length - 1_000);
        foreach (var position in new[] { altered.PathOf(LogStreamHost.Part, "log-replica.json"), Path.Combine(log.Data, LogStreamHost.Part, "log-forwarded.json") })
            await File.WriteAllTextAsync(position, (await File.ReadAllTextAsync(position, cancellation))[..^9], cancellation);
        log.Append(100);
        await using var writer = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, log.Data, cancellation);
        await using var first = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, cut.Path, cancellation);
        await using var second = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, altered.Path, cancellation);

        (await first.FramesAsync(500, cancellation)).ShouldBe(log.Frames);
        (await second.FramesAsync(500, cancellation)).ShouldBe(log.Frames);
        foreach (var reader in new[] { first, second })
        {
            await reader.ReadyAsync((ready, _) => ready, "The reader is ready", cancellation);
            (await reader.MetricAsync("mlops_inference_log_missing_total", cancellation)).ShouldBe(0);
        }
    }

    private static byte[] Garbage => "no record, no"u8.ToArray();

    private static async Task PublishAsync(int port, BasicProperties properties, CancellationToken cancellationToken)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri($"amqp://guest:guest@127.0.0.1:{port}/") }.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellationToken);
        await channel.BasicPublishAsync(LogStreamOptions.DefaultName, "", mandatory: true, properties, Garbage, cancellationToken);
    }
}
