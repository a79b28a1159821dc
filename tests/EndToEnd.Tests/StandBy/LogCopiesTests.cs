using MonitoringDemo.EndToEnd.Tests.LogStream;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.ServiceDefaults.LogStream;

namespace MonitoringDemo.EndToEnd.Tests.StandBy;

public sealed class LogCopiesTests
{
    [Fact]
    public async Task Copies_of_several_logs_are_the_same_to_the_byte_whenever_their_readers_came()
    {
        const int Records = 400;
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        using var first = new WrittenLog();
        using var second = new WrittenLog();
        using var data = new TemporaryDirectory();
        await using var writer = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, first.Data, cancellation);
        await using var other = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, second.Data, cancellation);
        await using var early = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, data.PathOf("early"), cancellation);
        for (var i = 0; i < Records / 20; i++)
        {
            first.Append(10);
            second.Append(10);
        }

        var atOnce = await early.FramesAsync(Records, cancellation);
        await using var late = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Reads, data.PathOf("late"), cancellation);
        var afterwards = await late.FramesAsync(Records, cancellation);

        atOnce.Count.ShouldBe(Records);
        afterwards.ShouldBe(atOnce);
    }
}
