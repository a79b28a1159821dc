using System.Collections.Concurrent;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.ServiceDefaults.Tests.Messaging;

public sealed class BusActivityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Quiet_waits_for_what_consumers_publish_in_turn()
    {
        await using var app = await StartAsync(typeof(PassOnCountdown), typeof(RecordCountdown));
        var bus = app.Services.GetRequiredService<IMessageBus>();
        var activity = app.Services.GetRequiredService<BusActivity>();

        await bus.PublishAsync(new Countdown(20), "start", Cancellation);
        await activity.QuietAsync(Cancellation);

        app.Services.GetRequiredService<Seen>().Values.ShouldBe(Enumerable.Range(0, 21), ignoreOrder: true);
        activity.UnderWay.ShouldBe(0);
    }

    [Fact]
    public async Task Quiet_comes_after_a_consumer_failed_for_good()
    {
        await using var app = await StartAsync(typeof(FailOnCountdown), typeof(RecordCountdown));
        var bus = app.Services.GetRequiredService<IMessageBus>();
        var activity = app.Services.GetRequiredService<BusActivity>();

        for (var i = 0; i < 5; i++) await bus.PublishAsync(new Countdown(i), $"{i}", Cancellation);
        await activity.QuietAsync(Cancellation);

        app.Services.GetRequiredService<Seen>().Attempts.ShouldBe(5 * 4);
        app.Services.GetRequiredService<Seen>().Values.Count.ShouldBe(5);
        activity.UnderWay.ShouldBe(0);
    }

    [Fact]
    public async Task Quiet_waits_for_a_slow_consumer()
    {
        await using var app = await StartAsync(typeof(HoldCountdown));
        var bus = app.Services.GetRequiredService<IMessageBus>();
        var activity = app.Services.GetRequiredService<BusActivity>();
        var seen = app.Services.GetRequiredService<Seen>();
        await bus.PublishAsync(new Countdown(1), "slow", Cancellation);
        await seen.Entered.Task.WaitAsync(Cancellation);

        var quiet = activity.QuietAsync(Cancellation);

        quiet.IsCompleted.ShouldBeFalse();
        seen.Release.SetResult();
        await quiet;
        activity.UnderWay.ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_nobody_consumes_keeps_nobody_waiting()
    {
        await using var app = await StartAsync(typeof(RecordCountdown));
        var activity = app.Services.GetRequiredService<BusActivity>();

        await app.Services.GetRequiredService<IMessageBus>().PublishAsync(new Unheard("x"), "x", Cancellation);

        await activity.QuietAsync(Cancellation);
    }

    private static async Task<WebApplication> StartAsync(params Type[] consumers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.AddServiceDefaults("tests");
        builder.Services.AddSingleton<Seen>();
        builder.AddMessaging(consumers);
        var app = builder.Build();
        await app.StartAsync(Cancellation);
        return app;
    }

    internal sealed class Seen
    {
        public ConcurrentQueue<int> Values { get; } = new();
        public int Attempts;
        public TaskCompletionSource Entered { get; } = new();
        public TaskCompletionSource Release { get; } = new();
    }

    internal sealed class PassOnCountdown(IMessageBus bus) : IConsumer<Countdown>
    {
        public Task Consume(ConsumeContext<Countdown> context) =>
            context.Message.Left > 0 ? bus.PublishAsync(new Countdown(context.Message.Left - 1), $"{context.Message.Left}") : Task.CompletedTask;
    }

    internal sealed class RecordCountdown(Seen seen) : IConsumer<Countdown>
    {
        public Task Consume(ConsumeContext<Countdown> context)
        {
            seen.Values.Enqueue(context.Message.Left);
            return Task.CompletedTask;
        }
    }

    internal sealed class FailOnCountdown(Seen seen) : IConsumer<Countdown>
    {
        public Task Consume(ConsumeContext<Countdown> context)
        {
            Interlocked.Increment(ref seen.Attempts);
            throw new InvalidOperationException("on purpose");
        }
    }

    internal sealed class HoldCountdown(Seen seen) : IConsumer<Countdown>
    {
        public async Task Consume(ConsumeContext<Countdown> context)
        {
            seen.Entered.TrySetResult();
            await seen.Release.Task;
        }
    }
}
