using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;
using static MonitoringDemo.EndToEnd.Tests.Broker.ParkingScene;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

public sealed class ParkedMessagesTests
{
    private const string Stranger = """{ "messageId": "3f0c0000-0000-4000-8000-000000000001", "messageType": ["urn:message:Elsewhere:Unheard"], "message": {} }""";

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
        var (putBack, left) = await parking.ReplayAsync(Place, message => message.MessageType == "AnnounceRelease" && message.Reason.Contains("not mended", StringComparison.Ordinal), null, cancellation);
        var obeyed = await book.Obeyed.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation);
        var dropped = await parking.DropAsync(Place, message => message.MessageType is null, cancellation);

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
        var (putBack, _) = await parking.ReplayAsync(Place, _ => true, null, cancellation);
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
    public async Task What_interrupts_a_replay_loses_no_message()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        await using (await StartAsync(broker, new Book(), cancellation))
        {
            // It makes the queues.
        }

        await using var sender = await PlainConnection.OpenAsync(broker, cancellation);
        for (var i = 0; i < 5; i++) await sender.PublishAsync(Place.Queue, Envelope($$"""{ "model": "hits", "requestedBy": "{{i}}" }"""), cancellation, ("parked-from", Queue));

        var visited = 0;
        await using (var parking = await OpenAsync(broker, cancellation))
            await Should.ThrowAsync<InvalidOperationException>(() => parking.ReplayAsync(Place, _ => ++visited < 3 ? true : throw new InvalidOperationException("the power is gone"), null, cancellation));
        await using var again = await OpenAsync(broker, cancellation);
        var left = await ParkedAsync(again, 3, cancellation);
        var (rest, _) = await again.ReplayAsync(Place, _ => true, null, cancellation);

        left.Select(message => message.Id).Distinct().Count().ShouldBe(3);
        rest.Count.ShouldBe(3);
        (await sender.CountAsync(Queue, cancellation)).ShouldBe(5u);
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
        await forger.PublishAsync(Place.Queue, Envelope("""{ "model": "hits", "requestedBy": "forged" }"""), cancellation, ("parked-from", "amq.fanout"), ("parked-at", long.MaxValue));
        await ParkedAsync(parking, 1, cancellation);

        var (putBack, left) = await parking.ReplayAsync(Place, _ => true, null, cancellation);
        var (withName, _) = await parking.ReplayAsync(Place, _ => true, Queue, cancellation);
        var obeyed = await book.Obeyed.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation);

        putBack.ShouldBeEmpty();
        left.Single().From.ShouldBe("amq.fanout");
        left.Single().ParkedAt.ShouldBeNull();
        withName.Count.ShouldBe(1);
        obeyed.RequestedBy.ShouldBe("forged");
    }
}
