using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;
using static MonitoringDemo.EndToEnd.Tests.Broker.ParkingScene;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

public sealed class BusQueueTests
{
    [Fact]
    public async Task A_queue_that_an_older_version_made_makes_the_service_unready_with_the_mend_and_it_goes_on_once_that_is_done()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        await using var operators = await PlainConnection.OpenAsync(broker, cancellation);
        await operators.DeclareAsync(Queue, cancellation);
        var book = new Book { IsMended = true };
        await using var host = await StartAsync(broker, book, cancellation, isReady: false);

        var unready = await host.ReadyAsync((ready, body) => !ready && body.Contains("older version", StringComparison.Ordinal), "Readiness names the queue", cancellation);
        await operators.DeleteAsync(Queue, cancellation);
        await host.IsReadyAsync(cancellation);
        await host.Bus.PublishAsync(new AnnounceRelease("hits", "me"), "1", cancellation);

        unready.ShouldContain($"An older version has made a queue with other settings: {Queue}. Delete what is named");
        (await book.Obeyed.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellation)).RequestedBy.ShouldBe("me");
    }

    [Fact]
    public async Task A_command_that_no_queue_takes_is_an_error_that_is_told_and_an_event_is_none()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        await using var host = await BusHost.StartAsync(AddressOf(broker), [], [typeof(AnnounceRelease), typeof(RetrainingStarted)], cancellation);
        await host.IsReadyAsync(cancellation);

        var error = await Should.ThrowAsync<MessageNotTakenException>(() => host.Bus.PublishAsync(new AnnounceRelease("hits", "me"), "1", cancellation));
        await host.Bus.PublishAsync(new RetrainingStarted("hits", "hits-1", 1, "performance"), "1", cancellation);

        error.Message.ShouldBe("No queue takes AnnounceRelease: the service that obeys it has never been on this broker. Start it, and ask again.");
        (await host.MetricsAsync(cancellation)).ShouldContain("mlops_commands_returned_total{message=\"AnnounceRelease\"} 1\n");
        await host.IsReadyAsync(cancellation);
    }
}
