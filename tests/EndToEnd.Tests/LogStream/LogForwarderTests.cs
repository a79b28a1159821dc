using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.ServiceDefaults.LogStream;
using RabbitMQ.Client;

namespace MonitoringDemo.EndToEnd.Tests.LogStream;

public sealed class LogForwarderTests
{
    [Fact]
    public async Task What_is_appended_arrives_once_and_in_order_at_every_reader_though_the_broker_dies_and_records_come_twice()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await WithStreamAsync(cancellation);
        using var log = new WrittenLog();
        using var first = new TemporaryDirectory();
        using var second = new TemporaryDirectory();
        await using var reader = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, first.Path, cancellation);
        await using (var writer = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, log.Data, cancellation))
        {
            log.Append(500);
            await reader.FramesAsync(100, cancellation);
            log.Append(500);
            await broker.KillAsync(cancellation);
            log.Append(500);
            await broker.StartAgainAsync(cancellation);
            log.Append(500);
            await reader.FramesAsync(2_000, cancellation);
            (await writer.MetricAsync("mlops_inference_log_forward_lost_total", cancellation)).ShouldBe(0);
        }

        File.Delete(Path.Combine(log.Data, LogStreamHost.Part, "log-forwarded.json"));
        await using var again = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, log.Data, cancellation);
        await using var late = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, second.Path, cancellation);
        await again.ReadyAsync((ready, _) => ready && again.Hold.FromOrdinal == 2_000, "All is confirmed a second time", cancellation);
        log.Append(1);

        var written = log.Frames;
        (await reader.FramesAsync(2_001, cancellation)).ShouldBe(written);
        (await late.FramesAsync(2_001, cancellation)).ShouldBe(written);
        (await reader.MetricAsync("mlops_inference_log_duplicates_total", cancellation)).ShouldBeGreaterThanOrEqualTo(2_000);
        (await late.MetricAsync("mlops_inference_log_duplicates_total", cancellation)).ShouldBeGreaterThanOrEqualTo(2_000);
        (await late.MetricAsync("mlops_inference_log_missing_total", cancellation)).ShouldBe(0);
        File.ReadAllText(second.PathOf("log", "schema.json")).ShouldBe("""{"features":["tempo"]}""");
    }

    [Fact]
    public async Task What_the_broker_has_not_confirmed_is_held_and_the_lag_says_how_much_it_is()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await WithStreamAsync(cancellation);
        using var log = new WrittenLog();
        await using var writer = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, log.Data, cancellation);
        log.Append(50);
        await writer.ReadyAsync((ready, _) => ready && writer.Hold.FromOrdinal == 50, "All is confirmed", cancellation);

        await broker.KillAsync(cancellation);
        log.Append(70);
        await writer.ReadyAsync((ready, body) => !ready && body.Contains("log-forwarder failed", StringComparison.Ordinal), "Readiness names the forwarder", cancellation);
        var (lag, held) = (await writer.MetricAsync("mlops_inference_log_forward_lag", cancellation), writer.Hold.FromOrdinal);
        await broker.StartAgainAsync(cancellation);
        await writer.ReadyAsync((_, _) => writer.Hold.FromOrdinal == 120, "The rest is confirmed", cancellation);

        (lag, held).ShouldBe((70, 50));
        (await writer.MetricAsync("mlops_inference_log_forward_lag", cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_stream_that_nobody_bound_is_bound_by_whoever_starts_next_and_again_when_nothing_arrives()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        await using var connection = await new ConnectionFactory { Uri = new Uri($"amqp://guest:guest@127.0.0.1:{broker.Port}/") }.CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        var name = new LogStreamOptions().Name;
        await channel.ExchangeDeclareAsync(name, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellation);
        await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, LogStreamTopology.Arguments.ToDictionary(pair => pair.Key, object? (pair) => pair.Value), cancellationToken: cancellation);
        using var log = new WrittenLog();
        using var data = new TemporaryDirectory();
        await using var writer = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, log.Data, cancellation);
        await using var reader = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, data.Path, cancellation);

        log.Append(40);
        var first = await reader.FramesAsync(40, cancellation);
        await channel.QueueUnbindAsync(name, name, "", cancellationToken: cancellation);
        log.Append(10);
        var all = await reader.FramesAsync(50, cancellation);

        first.Count.ShouldBe(40);
        all.ShouldBe(log.Frames);
    }

    [Fact]
    public async Task What_the_broker_was_away_for_too_long_for_is_lost_to_readers_and_both_sides_say_how_much_it_is()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var log = new WrittenLog();
        using var data = new TemporaryDirectory();
        var port = FreePort.Next();
        await using var writer = await LogStreamHost.StartAsync(port, LogStreamRole.Writes, log.Data, cancellation, holdBytes: 20_000);
        log.Append(500, writer.Hold);
        var left = log.Frames;

        await using var broker = await RabbitMqServer.StartAsync(cancellation, port);
        await using var reader = await LogStreamHost.StartAsync(port, LogStreamRole.Reads, data.Path, cancellation);
        var copied = await reader.FramesAsync(left.Count, cancellation);

        copied.ShouldBe(left);
        left.Count.ShouldBeInRange(20, 480);
        (await writer.MetricAsync("mlops_inference_log_forward_lost_total", cancellation)).ShouldBe(500 - left.Count);
        (await reader.MetricAsync("mlops_inference_log_missing_total", cancellation)).ShouldBe(500 - left.Count);
    }

    /// <summary>A broker that has had a stream for a while: RabbitMQ 3.10 that dies within seconds of the very first one never finds it again.</summary>
    private static async Task<RabbitMqServer> WithStreamAsync(CancellationToken cancellationToken)
    {
        var broker = await RabbitMqServer.StartAsync(cancellationToken);
        await using (var connection = await new ConnectionFactory { Uri = new Uri($"amqp://guest:guest@127.0.0.1:{broker.Port}/") }.CreateConnectionAsync(cancellationToken))
            (await LogStreamTopology.EnsureAsync(connection, LogStreamOptions.DefaultName, cancellationToken)).ShouldBeTrue();
        await broker.StopAsync(cancellationToken);
        await broker.StartAgainAsync(cancellationToken);
        return broker;
    }
}
