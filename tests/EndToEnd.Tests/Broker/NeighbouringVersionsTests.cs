using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging.Parking;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

/// <summary>Two versions of the fleet that are one apart, over one broker, with the messages that were approved.</summary>
public sealed class NeighbouringVersionsTests
{
    /// <summary>What a version without them did not send.</summary>
    private static readonly Dictionary<Type, string[]> _optional = new()
    {
        [typeof(FindingsReported)] = ["onsetFrom", "onsetTo", "isExact"],
        [typeof(ReleaseChanged)] = ["importance", "heldOut"],
        [typeof(ModelLoaded)] = [],
        [typeof(DecisionMade)] = ["gate", "version"],
    };

    [Fact]
    public async Task An_older_consumer_understands_a_newer_sender_and_a_newer_consumer_an_older_one()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        var heard = new ConcurrentQueue<object>();
        await using var consumer = await BusHost.StartAsync($"amqp://guest:guest@127.0.0.1:{broker.Port}/", [typeof(KeepWhatIsHeard)], [], cancellation, services: services => services.AddSingleton(heard));
        await consumer.IsReadyAsync(cancellation);
        await using var sender = await PlainConnection.OpenAsync(broker, cancellation);

        foreach (var (type, optional) in _optional)
        {
            await sender.PublishAsync(Exchange(type), Envelope(type, Approved(type)), cancellation);
            await sender.PublishAsync(Exchange(type), Envelope(type, Newer(Approved(type))), cancellation);
            await sender.PublishAsync(Exchange(type), Envelope(type, Older(Approved(type), optional)), cancellation);
        }

        await Eventually.Get(token => Task.FromResult(heard.Count == 3 * _optional.Count ? "all" : null), TimeSpan.FromSeconds(30), "All are heard", cancellation);
        var findings = heard.OfType<FindingsReported>().ToList();
        var releases = heard.OfType<ReleaseChanged>().ToList();
        var decisions = heard.OfType<DecisionMade>().ToList();

        findings[1].Findings.ShouldBe(findings[0].Findings);
        findings[2].Findings.ShouldBe(findings[0].Findings.Select(finding => finding with { OnsetFrom = null, OnsetTo = null, IsExact = false }));
        (releases[1] with { Importance = releases[0].Importance }).ShouldBe(releases[0]);
        releases[1].Importance.ShouldBe(releases[0].Importance);
        releases[2].ShouldBe(releases[0] with { Importance = null, HeldOut = null });
        heard.OfType<ModelLoaded>().Distinct().Count().ShouldBe(1);
        decisions[2].Gate.ShouldBeNull();
    }

    [Fact]
    public async Task A_message_that_lacks_what_every_version_gives_is_parked_and_reaches_no_consumer()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        var heard = new ConcurrentQueue<object>();
        var address = $"amqp://guest:guest@127.0.0.1:{broker.Port}/";
        await using var consumer = await BusHost.StartAsync(address, [typeof(KeepWhatIsHeard)], [], cancellation, services: services => services.AddSingleton(heard));
        await consumer.IsReadyAsync(cancellation);
        await using var sender = await PlainConnection.OpenAsync(broker, cancellation);
        await using var parking = await ParkingQueues.OpenAsync(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:RabbitMQ", address)]).Build(), cancellation);
        var type = typeof(FindingsReported);
        string[] broken = ["""{ "model": "hits", "updateId": "a", "row": 1 }""", """{ "model": "hits", "updateId": "a", "row": 1, "findings": null }""", """{ "model": "hits", "updateId": "a", "row": 1, "findings": [{}] }"""];

        foreach (var message in broken) await sender.PublishAsync(Exchange(type), Envelope(type, JsonNode.Parse(message)!), cancellation);
        var parked = await Eventually.Get(
            async token => await parking.ListAsync(ParkingPlace.Of([typeof(KeepWhatIsHeard)]).Single(), token) is { Count: 3 } all ? all : null, TimeSpan.FromSeconds(30), "They are parked", cancellation);

        heard.ShouldBeEmpty();
        parked.ShouldAllBe(message => message.MessageType == nameof(FindingsReported) && message.Reason.Length > 20);
    }

    private static string Exchange(Type type) => ServiceDefaults.Messaging.Broker.BusTopology.NameOf(type);

    private static string Envelope(Type type, JsonNode message) => $$"""{ "messageId": "{{Guid.CreateVersion7()}}", "messageType": ["urn:message:{{Exchange(type)}}"], "message": {{message.ToJsonString()}} }""";

    private static JsonNode Approved(Type type) => JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "tests", "Messages.Tests", "approved", $"{type.Name}.json")))!;

    /// <summary>With a member that this version does not know, in each of its records.</summary>
    private static JsonNode Newer(JsonNode message)
    {
        foreach (var part in Records(message).ToList()) part["addedLater"] = new JsonObject { ["by"] = "a newer sender" };
        return message;
    }

    private static JsonNode Older(JsonNode message, string[] optional)
    {
        foreach (var part in Records(message).ToList())
        {
            foreach (var member in optional) part.Remove(member);
        }

        return message;
    }

    private static IEnumerable<JsonObject> Records(JsonNode? node) => node switch
    {
        JsonObject record => record.SelectMany(member => Records(member.Value)).Prepend(record),
        JsonArray list => list.SelectMany(Records),
        _ => [],
    };

    internal sealed class KeepWhatIsHeard(ConcurrentQueue<object> heard) : IConsumer<FindingsReported>, IConsumer<ReleaseChanged>, IConsumer<ModelLoaded>, IConsumer<DecisionMade>
    {
        public Task Consume(ConsumeContext<FindingsReported> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<ReleaseChanged> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<ModelLoaded> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<DecisionMade> context) => Keep(context.Message);

        private Task Keep(object message)
        {
            heard.Enqueue(message);
            return Task.CompletedTask;
        }
    }
}
