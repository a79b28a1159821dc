using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Telemetry.Spans;
using MonitoringDemo.ServiceDefaults.Tests.Messaging;

namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry.Spans;

public sealed class MessagingConventionsTests
{
    private static readonly ActivitySource Source = new("MonitoringDemo.MessagingConventionsTests");

    [Fact]
    public async Task Sending_receiving_and_processing_are_named_and_described_as_the_conventions_say()
    {
        await using var service = await TestService.StartAsync(builder => builder.AddMessaging(typeof(HearCountdown)));
        using (var story = Source.StartActivity("story"))
        {
            story!.SetTag(SpanStore.IncidentTag, "conventions");
            await service.Services.GetRequiredService<IMessageBus>().PublishAsync(new Countdown(1), "conventions", TestContext.Current.CancellationToken);
        }

        await service.Services.GetRequiredService<BusActivity>().QuietAsync(TestContext.Current.CancellationToken);
        var spans = service.Services.GetRequiredService<SpanStore>().Of("conventions").Single().Spans.Where(span => span.Source == "MassTransit").Select(span => (span.Name, span.Kind, Tags: span.Tags.ToDictionary())).ToList();

        spans.Select(span => $"{span.Tags["messaging.operation.name"]} {span.Kind}").Distinct().Order().ShouldBe(["process consumer", "receive consumer", "send producer"]);
        spans.ShouldAllBe(span => span.Name == $"{span.Tags["messaging.operation.type"]} {span.Tags["messaging.destination.name"]}");
        spans.ShouldAllBe(span => span.Tags["messaging.system"].Length > 0 && span.Tags["messaging.message.id"].Length > 0);
    }

    internal sealed class HearCountdown : IConsumer<Countdown>
    {
        public Task Consume(ConsumeContext<Countdown> context) => Task.CompletedTask;
    }
}
