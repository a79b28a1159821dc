using System.Diagnostics;
using System.Net;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.ServiceDefaults.Tests.Messaging;

public sealed class MessagingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_arrives_once_per_consumer_in_the_order_of_publishing_with_a_repeatable_id()
    {
        await using var service = await StartAsync(typeof(KeepRelease), typeof(KeepReleaseToo));
        var bus = service.Services.GetRequiredService<IMessageBus>();

        for (var i = 0; i < 200; i++) await bus.PublishAsync(new AnnounceRelease("hits", $"{i}"), $"{i}", Cancellation);
        await bus.PublishAsync(new AnnounceRelease("hits", "0"), "0", Cancellation);
        await service.Services.GetRequiredService<BusActivity>().QuietAsync(Cancellation);

        var kept = service.Services.GetRequiredService<Kept>();
        kept.First.Select(m => m.Text).ShouldBe([.. Enumerable.Range(0, 200).Select(i => $"{i}"), "0"]);
        kept.Second.Count.ShouldBe(201);
        kept.First[0].Id.ShouldBe(MessageIds.For("tests", typeof(AnnounceRelease), "0"));
        kept.First[200].Id.ShouldBe(kept.First[0].Id);
        kept.First.Select(m => m.Id).Distinct().Count().ShouldBe(200);
    }

    [Fact]
    public void Two_consumers_of_one_name_are_refused_for_they_would_share_a_queue()
    {
        var builder = WebApplication.CreateSlimBuilder();

        var refused = Should.Throw<ArgumentException>(() => builder.AddMessaging(typeof(KeepRelease), typeof(Elsewhere.KeepRelease)));

        refused.Message.ShouldContain("MessagingTests+KeepRelease and ");
        refused.Message.ShouldContain("MessagingTests+Elsewhere+KeepRelease have one name");
    }

    [Fact]
    public async Task Numbers_without_value_travel_and_lists_keep_their_order()
    {
        await using var service = await StartAsync(typeof(KeepHealth));
        var sent = new HealthMeasured("hits", 500, 1, [new FeatureHealth("b", "psi", double.NaN, 0.25), new FeatureHealth("a", "psi", double.PositiveInfinity, 0.25)], null);

        await service.Services.GetRequiredService<IMessageBus>().PublishAsync(sent, "500", Cancellation);
        await service.Services.GetRequiredService<BusActivity>().QuietAsync(Cancellation);

        var read = service.Services.GetRequiredService<Kept>().Health.ShouldNotBeNull();
        read.Features.ShouldBe(sent.Features);
        read.Accuracy.ShouldBeNull();
    }

    [Fact]
    public async Task A_story_is_one_trace_across_the_bus()
    {
        await using var service = await StartAsync(typeof(KeepRelease));
        using var source = new ActivitySource("MonitoringDemo.MessagingTests");
        using var story = source.StartActivity("found")!;

        await service.Services.GetRequiredService<IMessageBus>().PublishAsync(new AnnounceRelease("hits", "x"), "x", Cancellation);
        await service.Services.GetRequiredService<BusActivity>().QuietAsync(Cancellation);

        service.Services.GetRequiredService<Kept>().First.Single().Trace.ShouldBe(story.TraceId.ToHexString());
    }

    [Fact]
    public async Task A_consumer_that_fails_for_good_is_counted_once()
    {
        await using var service = await StartAsync(typeof(RefuseRelease));
        await service.Services.GetRequiredService<IMessageBus>().PublishAsync(new AnnounceRelease("hits", "x"), "x", Cancellation);
        await service.Services.GetRequiredService<BusActivity>().QuietAsync(Cancellation);

        var page = await service.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);

        page.ShouldContain("mlops_message_faults_total{consumer=\"RefuseRelease\"} 1\n");
    }

    [Fact]
    public async Task The_service_is_ready_once_the_bus_is()
    {
        await using var service = await StartAsync(typeof(KeepRelease));

        using var ready = await service.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);

        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_broker_that_is_down_makes_the_service_unready_and_does_not_stop_it()
    {
        await using var service = await TestService.StartAsync(
            builder => builder.AddMessaging(typeof(KeepRelease)), settings: ("ConnectionStrings:RabbitMQ", $"amqp://guest:guest@127.0.0.1:{ClosedPort()}"));

        using var live = await service.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation);
        using var ready = await service.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);

        live.StatusCode.ShouldBe(HttpStatusCode.OK);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        service.Services.GetRequiredService<BusActivity>().UnderWay.ShouldBe(0);
        await service.App.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_message_that_the_process_did_not_declare_is_not_published()
    {
        await using var service = await TestService.StartAsync(builder => builder.AddMessaging([], [typeof(AnnounceRelease)]));
        var bus = service.Services.GetRequiredService<IMessageBus>();

        await bus.PublishAsync(new AnnounceRelease("hits", "x"), "x", Cancellation);
        var error = await Should.ThrowAsync<InvalidOperationException>(() => bus.PublishAsync(new Countdown(1), "x", Cancellation));

        error.Message.ShouldBe("tests publishes Countdown, which its module does not declare: a broker would refuse it.");
    }

    [Fact]
    public async Task A_publish_that_no_broker_takes_ends_in_time_and_makes_the_endpoint_answer_503()
    {
        await using var service = await TestService.StartAsync(
            builder => builder.AddMessaging([], [typeof(AnnounceRelease)]),
            app => app.MapPost("/ask", (IMessageBus bus, CancellationToken cancellation) => bus.PublishAsync(new AnnounceRelease("hits", "x"), "x", cancellation)),
            ("ConnectionStrings:RabbitMQ", $"amqp://guest:guest@127.0.0.1:{ClosedPort()}"), ("Messaging:PublishTimeout", "00:00:00.500"));

        using var answer = await service.Client.PostAsync(new Uri("/ask", UriKind.Relative), null, Cancellation);
        var page = await service.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);
        using var ready = await service.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.ShouldContain("mlops_messages_not_taken_total{message=\"AnnounceRelease\"} 1\n");
        (await ready.Content.ReadAsStringAsync(Cancellation)).ShouldContain("\"broker\":");
    }

    [Fact]
    public void A_class_that_consumes_nothing_is_refused()
    {
        var builder = WebApplication.CreateSlimBuilder();

        Should.Throw<ArgumentException>(() => builder.AddMessaging(typeof(Kept))).Message.ShouldContain(nameof(Kept));
    }

    private static Task<TestService> StartAsync(params Type[] consumers) => TestService.StartAsync(builder =>
    {
        builder.Services.AddSingleton<Kept>();
        builder.AddMessaging(consumers);
    });

    private static int ClosedPort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal sealed class Kept
    {
        public List<(Guid? Id, string Text, string? Trace)> First { get; } = [];

        public List<string> Second { get; } = [];

        public HealthMeasured? Health { get; set; }
    }

    internal sealed class KeepRelease(Kept kept) : IConsumer<AnnounceRelease>
    {
        public async Task Consume(ConsumeContext<AnnounceRelease> context)
        {
            await Task.Yield();
            kept.First.Add((context.MessageId, context.Message.RequestedBy, Activity.Current?.TraceId.ToHexString()));
        }
    }

    internal sealed class KeepReleaseToo(Kept kept) : IConsumer<AnnounceRelease>
    {
        public Task Consume(ConsumeContext<AnnounceRelease> context)
        {
            kept.Second.Add(context.Message.RequestedBy);
            return Task.CompletedTask;
        }
    }

    internal sealed class KeepHealth(Kept kept) : IConsumer<HealthMeasured>
    {
        public Task Consume(ConsumeContext<HealthMeasured> context)
        {
            kept.Health = context.Message;
            return Task.CompletedTask;
        }
    }

    internal sealed class RefuseRelease : IConsumer<AnnounceRelease>
    {
        public Task Consume(ConsumeContext<AnnounceRelease> context) => throw new InvalidOperationException("on purpose");
    }

    internal static class Elsewhere
    {
        internal sealed class KeepRelease : IConsumer<AnnounceRelease>
        {
            public Task Consume(ConsumeContext<AnnounceRelease> context) => Task.CompletedTask;
        }
    }
}
