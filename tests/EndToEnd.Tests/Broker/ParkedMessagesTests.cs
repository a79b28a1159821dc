using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;
using MonitoringDemo.ServiceDefaults.Messaging.Parking;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

public sealed class ParkedMessagesTests
{
    private const string Queue = "obey-when-mended";
    private const string Stranger = """{ "messageId": "3f0c0000-0000-4000-8000-000000000001", "messageType": ["urn:message:Elsewhere:Unheard"], "message": {} }""";

    private static readonly ParkingPlace _place = ParkingPlace.Of([typeof(ObeyWhenMended)]).Single();

    [Fact]
    public async Task What_cannot_be_handled_is_parked_with_its_reason_and_told_and_is_worked_on_once_it_is_put_back()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        var book = new Book();
        await using var host = await StartAsync(broker, book, cancellation);
        await using var parking = await OpenAsync(broker, cancellation);

        await host.Bus.PublishAsync(new AnnounceRelease("hits", "me"), "1", cancellation);
        await using var stranger = await PlainConnection.OpenAsync(broker, cancellation);
        await stranger.PublishAsync(Queue, Stranger, cancellation);
        await stranger.PublishAsync(Queue, "{ this is no message", cancellation);
        await stranger.PublishAsync(Queue, Envelope("""{ "model": "hits" }"""), cancellation);
        var parked = await ParkedAsync(parking, 4, cancellation);
        var metrics = await Eventually.Get(async token => await host.MetricsAsync(token) is var page && page.Contains("mlops_messages_parked{queue=\"tests-parked\"} 4\n", StringComparison.Ordinal) ? page : null, TimeSpan.FromSeconds(30), "The metric counts them", cancellation);
        book.IsMended = true;
        var (putBack, left) = await parking.ReplayAsync(_place, message => message.MessageType == "AnnounceRelease" && message.Reason.Contains("not mended", StringComparison.Ordinal), null, cancellation);
        var obeyed = await book.Obeyed.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation);
        var dropped = await parking.DropAsync(_place, message => message.MessageType is null, cancellation);

        parked.ShouldAllBe(message => message.From == Queue && message.ParkedAt != null);
        parked.Select(message => message.MessageType).ShouldBe(["AnnounceRelease", "Unheard", null, "AnnounceRelease"], ignoreOrder: true);
        parked.ShouldContain(message => message.Reason == "InvalidOperationException: not mended");
        parked.ShouldContain(message => message.Reason == "No consumer here knows this type of message.");
        parked.ShouldContain(message => message.MessageType == "AnnounceRelease" && message.Reason.Contains("requestedBy", StringComparison.Ordinal));
        metrics.ShouldContain("mlops_queue_consumers{queue=\"obey-when-mended\"} 1\n");
        (putBack.Count, left.Count, dropped.Count).ShouldBe((1, 0, 1));
        obeyed.ShouldBe((MessageIds.For("bus-host", typeof(AnnounceRelease), "1"), "me"));
        (await ParkedAsync(parking, 2, cancellation)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_that_ends_its_consumer_again_and_again_is_parked_by_the_broker()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        await using (await StartAsync(broker, new Book { IsMended = true }, cancellation))
        {
            // It makes the queues.
        }

        await using var parking = await OpenAsync(broker, cancellation);
        await using (var sender = await PlainConnection.OpenAsync(broker, cancellation)) await sender.PublishAsync(Queue, Envelope("""{ "model": "hits", "requestedBy": "poison" }"""), cancellation);
        var handedOver = 0;
        while (handedOver < 50)
        {
            // As a process that dies of it: the connection goes, and nothing was said about the message.
            await using var victim = await PlainConnection.OpenAsync(broker, cancellation);
            if (!await victim.TakesAsync(Queue, cancellation)) break;
            handedOver++;
        }

        var parked = await ParkedAsync(parking, 1, cancellation);
        var (putBack, _) = await parking.ReplayAsync(_place, _ => true, null, cancellation);
        await using var taker = await PlainConnection.OpenAsync(broker, cancellation);
        var cameBack = await taker.TakesAsync(Queue, cancellation);

        handedOver.ShouldBe(QueueSettings.MostDeliveries + 1);
        parked.Single().ShouldSatisfyAllConditions(
            message => message.From.ShouldBe(Queue),
            message => message.MessageType.ShouldBe("AnnounceRelease"),
            message => message.Reason.ShouldStartWith("It ended its consumer"),
            message => message.ParkedAt.ShouldNotBeNull());
        putBack.Count.ShouldBe(1);
        cameBack.ShouldBeTrue();
    }

    [Fact]
    public async Task A_message_that_names_a_queue_of_somebody_else_is_not_put_there()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        var book = new Book { IsMended = true };
        await using var host = await StartAsync(broker, book, cancellation);
        await using var parking = await OpenAsync(broker, cancellation);
        await using var forger = await PlainConnection.OpenAsync(broker, cancellation);
        await forger.PublishAsync(_place.Queue, Envelope("""{ "model": "hits", "requestedBy": "forged" }"""), cancellation, ("parked-from", "amq.fanout"), ("parked-at", long.MaxValue));
        await ParkedAsync(parking, 1, cancellation);

        var (putBack, left) = await parking.ReplayAsync(_place, _ => true, null, cancellation);
        var (withName, _) = await parking.ReplayAsync(_place, _ => true, Queue, cancellation);
        var obeyed = await book.Obeyed.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation);

        putBack.ShouldBeEmpty();
        left.Single().From.ShouldBe("amq.fanout");
        left.Single().ParkedAt.ShouldBeNull();
        withName.Count.ShouldBe(1);
        obeyed.RequestedBy.ShouldBe("forged");
    }

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

    private static string AddressOf(RabbitMqServer broker) => $"amqp://guest:guest@127.0.0.1:{broker.Port}/";

    private static async Task<BusHost> StartAsync(RabbitMqServer broker, Book book, CancellationToken cancellationToken, bool isReady = true)
    {
        var host = await BusHost.StartAsync(AddressOf(broker), [typeof(ObeyWhenMended)], [typeof(AnnounceRelease)], cancellationToken, services: services => services.AddSingleton(book));
        if (isReady) await host.IsReadyAsync(cancellationToken);
        return host;
    }

    private static Task<ParkingQueues> OpenAsync(RabbitMqServer broker, CancellationToken cancellationToken) =>
        ParkingQueues.OpenAsync(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:RabbitMQ", AddressOf(broker))]).Build(), cancellationToken);

    private static Task<IReadOnlyList<ParkedMessage>> ParkedAsync(ParkingQueues parking, int count, CancellationToken cancellationToken) => Eventually.Get(
        async token => await parking.ListAsync(_place, token) is { } parked && parked.Count == count ? parked : null, TimeSpan.FromSeconds(30), $"{count} are parked", cancellationToken);

    private static string Envelope(string message) =>
        $$"""{ "messageId": "3f0c0000-0000-4000-8000-000000000002", "messageType": ["urn:message:MonitoringDemo.Messages.Retraining:AnnounceRelease"], "message": {{message}} }""";

    internal sealed class Book
    {
        public bool IsMended { get; set; }

        public TaskCompletionSource<(Guid? Id, string RequestedBy)> Obeyed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    internal sealed class ObeyWhenMended(Book book) : IConsumer<AnnounceRelease>
    {
        public Task Consume(ConsumeContext<AnnounceRelease> context)
        {
            if (!book.IsMended) throw new InvalidOperationException("not mended");
            book.Obeyed.TrySetResult((context.MessageId, context.Message.RequestedBy));
            return Task.CompletedTask;
        }
    }
}
