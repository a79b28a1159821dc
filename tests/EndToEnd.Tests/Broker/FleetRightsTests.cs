using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.ServiceDefaults.LogStream;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

public sealed class FleetRightsTests
{
    private const string Garbage = "{ this is no message";

    [Fact]
    public async Task The_user_of_each_service_can_do_what_it_must_and_is_refused_what_it_must_not()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await FleetBroker.StartAsync(cancellation);
        await using var all = await OwnConnection.OpenAsync(broker.Operator, broker.Authority, cancellation);

        foreach (var member in FleetMember.All)
        {
            // What other services have published meanwhile is no matter here.
            foreach (var queue in member.Topology.Queues) await all.PurgeAsync(queue, cancellation);
            await using (var host = await BusHost.StartAsync(broker.AddressOf(member), member.Consumers, member.Publishes, cancellation, broker.Authority))
            {
                await host.IsReadyAsync(cancellation);
                foreach (var type in member.Publishes) await host.Bus.PublishAsync(AnyMessage.Of(type), "1", cancellation);
                foreach (var queue in member.Topology.Queues) await IsParkedAsync(all, queue, member, cancellation);
            }

            await IsRefusedMoreAsync(broker, member, cancellation);
        }
    }

    [Fact]
    public async Task The_stream_of_the_log_is_filled_by_inference_alone_and_read_by_those_alone_who_read_the_log()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await FleetBroker.StartAsync(cancellation);

        var rights = new List<(string Name, bool Fills, bool Reads, bool Deletes)>();
        foreach (var member in FleetMember.All)
        {
            await using var own = await OwnConnection.OpenAsync(broker.AddressOf(member), broker.Authority, cancellation);
            rights.Add((
                member.Name,
                !await own.IsRefusedAsync(channel => channel.BasicPublishAsync(LogStreamOptions.DefaultName, "", true, new BasicProperties(), ReadOnlyMemory<byte>.Empty, cancellation).AsTask(), cancellation),
                !await own.IsRefusedAsync(channel => ReadAsync(channel, cancellation), cancellation),
                !await own.IsRefusedAsync(channel => channel.QueueDeleteAsync(LogStreamOptions.DefaultName, false, false, cancellationToken: cancellation), cancellation)));
        }

        rights.Where(each => each.Fills).Select(each => each.Name).ShouldBe(["inference"]);
        rights.Where(each => each.Reads).Select(each => each.Name).ShouldBe(["drift-detection", "retraining"]);
        rights.ShouldAllBe(each => !each.Deletes);
    }

    [Fact]
    public async Task A_user_without_rights_makes_the_service_unready_and_its_publishes_end_in_time_with_the_right_that_is_missing()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var member = FleetMember.All.Single(each => each.Name == "alerting");
        await using var broker = await FleetBroker.StartAsync(cancellation);
        await using var host = await BusHost.StartAsync(broker.Nobody, member.Consumers, member.Publishes, cancellation, broker.Authority);

        var body = await host.ReadyAsync((ready, text) => !ready && text.Contains("refuses", StringComparison.Ordinal), "Readiness names the right", cancellation);
        var error = await Should.ThrowAsync<ServiceDefaults.Messaging.MessageNotTakenException>(() => host.Bus.PublishAsync(AnyMessage.Of(member.Publishes[0]), "1", cancellation));
        var page = await host.MetricsAsync(cancellation);

        body.ShouldContain("configure on exchange");
        body.ShouldContain("collect-events-for-alerts");
        error.Message.ShouldStartWith("AlertRaised was not taken by the broker within 3 s. The broker refuses");
        page.ShouldContain("mlops_messages_not_taken_total{message=\"AlertRaised\"} 1\n");
        page.ShouldContain("mlops_messages_not_taken_total{message=\"AlertResolved\"} 0\n");
    }

    /// <summary>Nobody there can make the service's consumers, so that each fails on what it is sent. Both kinds of poison have to end in the parking queue: one that cannot be read and one that cannot be worked on.</summary>
    private static async Task IsParkedAsync(OwnConnection all, string queue, FleetMember member, CancellationToken cancellationToken)
    {
        var parking = member.Topology.ParkingOf[queue];
        var before = await all.CountAsync(parking, cancellationToken);
        var message = member.Topology.Subscriptions.First(subscription => subscription.Queue == queue).Message;
        await all.PublishAsync(queue, Garbage, cancellationToken);
        await all.PublishAsync(queue, $$"""{ "messageId": "3f0c0000-0000-4000-8000-000000000001", "messageType": ["urn:message:{{message}}"], "message": {} }""", cancellationToken);
        await Eventually.Get(
            async token => await all.CountAsync(parking, token) == before + 2 && await all.CountAsync(queue, token) == 0 ? "there" : null,
            TimeSpan.FromSeconds(30),
            $"{member.Name} parks what {queue} fails on",
            cancellationToken);
    }

    private static async Task ReadAsync(IChannel channel, CancellationToken cancellationToken)
    {
        await channel.BasicQosAsync(0, 1, global: false, cancellationToken);
        await channel.BasicConsumeAsync(LogStreamOptions.DefaultName, false, new AsyncEventingBasicConsumer(channel), cancellationToken);
    }

    private static async Task IsRefusedMoreAsync(FleetBroker broker, FleetMember member, CancellationToken cancellationToken)
    {
        await using var own = await OwnConnection.OpenAsync(broker.AddressOf(member), broker.Authority, cancellationToken);
        var others = FleetMember.All.Where(each => each != member).Select(each => each.Topology).ToList();
        var notPublished = others.SelectMany(topology => topology.Published).Except(member.Topology.Published).ToList();
        var queues = others.SelectMany(topology => topology.Queues.Concat(topology.Parking)).ToList();
        var declared = notPublished.Except(member.Topology.Consumed).ToList();

        foreach (var exchange in notPublished.Concat(queues).Append(""))
            (await own.IsRefusedAsync(channel => channel.BasicPublishAsync(exchange, queues[0], false, new BasicProperties(), ReadOnlyMemory<byte>.Empty, cancellationToken).AsTask(), cancellationToken)).ShouldBeTrue($"{member.Name} may publish to '{exchange}'");
        foreach (var queue in queues)
        {
            (await own.IsRefusedAsync(channel => channel.BasicConsumeAsync(queue, true, new AsyncEventingBasicConsumer(channel), cancellationToken), cancellationToken)).ShouldBeTrue($"{member.Name} may consume '{queue}'");
            (await own.IsRefusedAsync(channel => channel.QueueDeleteAsync(queue, false, false, cancellationToken: cancellationToken), cancellationToken)).ShouldBeTrue($"{member.Name} may delete '{queue}'");
        }

        foreach (var exchange in declared)
            (await own.IsRefusedAsync(channel => channel.ExchangeDeleteAsync(exchange, cancellationToken: cancellationToken), cancellationToken)).ShouldBeTrue($"{member.Name} may delete '{exchange}'");
        (await own.IsRefusedAsync(channel => channel.QueueDeclareAsync("a-queue-of-its-own", cancellationToken: cancellationToken), cancellationToken)).ShouldBeTrue($"{member.Name} may declare a queue");
    }
}
