using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

/// <summary>What goes wrong with the broker while services work: it is told, it passes by itself, and nothing is lost.</summary>
public sealed class BrokerFaultTests
{
    private const string Queue = "count-arrivals";

    [Fact]
    public async Task A_broker_that_is_killed_under_load_and_comes_back_costs_no_message()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await BrokerWithQueuesAsync(cancellation);
        var arrived = new ConcurrentDictionary<string, int>();
        await using var host = await StartAsync(broker.Port, arrived, cancellation);
        await host.IsReadyAsync(cancellation);
        var sent = new ConcurrentQueue<string>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        var sending = SendAsync(host, sent, enough.Token);
        await UntilAsync(() => sent.Count > 50, "Messages flow", cancellation);
        await broker.KillAsync(cancellation);
        var unready = await host.ReadyAsync((ready, _) => !ready, "Readiness says so", cancellation);
        var metrics = await Eventually.Get(async token => await host.MetricsAsync(token) is var page && page.Contains("mlops_messages_not_taken_total{message=\"RetrainingStarted\"} 1\n", StringComparison.Ordinal) ? page : null, TimeSpan.FromSeconds(60), "The metric says so", cancellation);
        var before = sent.Count;
        await broker.StartAgainAsync(cancellation);
        await host.IsReadyAsync(cancellation);
        await UntilAsync(() => sent.Count > before + 50, "Messages flow again", cancellation);
        await enough.CancelAsync();
        await sending;
        await UntilAsync(() => sent.All(arrived.ContainsKey), "All that was confirmed arrives", cancellation);

        unready.ShouldContain("\"problems\":{\"");
        // What nobody can say of a broker that is away is not said: no queue is called empty or unread.
        metrics.ShouldNotContain("mlops_queue_consumers{");
        sent.Count.ShouldBe(sent.Distinct().Count());
    }

    [Fact]
    public async Task A_queue_that_is_deleted_under_its_consumer_is_made_anew_and_read_again()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        var arrived = new ConcurrentDictionary<string, int>();
        await using var host = await StartAsync(broker.Port, arrived, cancellation);
        await host.IsReadyAsync(cancellation);
        await using var operators = await PlainConnection.OpenAsync(broker, cancellation);

        await operators.DeleteAsync(Queue, cancellation);
        await UntilAsync(async token =>
        {
            await host.Bus.PublishAsync(Started("after"), "after", token);
            return arrived.ContainsKey("after");
        }, "A message arrives again", cancellation);

        await host.IsReadyAsync(cancellation);
        (await host.MetricsAsync(cancellation)).ShouldContain($"mlops_queue_consumers{{queue=\"{Queue}\"}} 1\n");
    }

    [Fact]
    public async Task A_service_whose_last_message_was_not_taken_is_ready_again_when_the_broker_is_though_it_has_nothing_more_to_tell()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await BrokerWithQueuesAsync(cancellation);
        await using var host = await StartAsync(broker.Port, [], cancellation);
        await host.IsReadyAsync(cancellation);

        await broker.KillAsync(cancellation);
        await Should.ThrowAsync<MessageNotTakenException>(() => host.Bus.PublishAsync(Started("last"), "last", cancellation));
        var unready = await host.ReadyAsync((ready, _) => !ready, "Readiness says so", cancellation);
        await broker.StartAgainAsync(cancellation);
        await host.IsReadyAsync(cancellation);

        unready.ShouldContain("broker");
    }

    [Fact]
    public async Task A_service_that_starts_before_its_broker_is_unready_until_it_is_there()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var port = FreePort.Next();
        var arrived = new ConcurrentDictionary<string, int>();
        await using var host = await StartAsync(port, arrived, cancellation);

        var unready = await host.ReadyAsync((ready, body) => !ready && body.Contains("cannot be used", StringComparison.Ordinal), "Readiness says so", cancellation);
        await using var broker = await RabbitMqServer.StartAsync(cancellation, port);
        await host.IsReadyAsync(cancellation);
        await host.Bus.PublishAsync(Started("first"), "first", cancellation);
        await UntilAsync(() => arrived.ContainsKey("first"), "A message arrives", cancellation);

        unready.ShouldContain("The broker cannot be used: ");
    }

    /// <summary>The service has run before, and the broker was stopped in good order since: RabbitMQ 3.10 can leave a quorum queue without a leader that is killed within moments of being made.</summary>
    private static async Task<RabbitMqServer> BrokerWithQueuesAsync(CancellationToken cancellationToken)
    {
        var broker = await RabbitMqServer.StartAsync(cancellationToken);
        await using (var before = await StartAsync(broker.Port, [], cancellationToken))
            await before.IsReadyAsync(cancellationToken);
        await broker.StopAsync(cancellationToken);
        await broker.StartAgainAsync(cancellationToken);
        return broker;
    }

    private static Task<BusHost> StartAsync(int port, ConcurrentDictionary<string, int> arrived, CancellationToken cancellationToken) =>
        BusHost.StartAsync($"amqp://guest:guest@127.0.0.1:{port}/", [typeof(CountArrivals)], [typeof(RetrainingStarted)], cancellationToken, services: services => services.AddSingleton(arrived));

    /// <summary>As an outbox does: the same message again until it is taken, then the next.</summary>
    private static async Task SendAsync(BusHost host, ConcurrentQueue<string> sent, CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var taken = false;
            while (!taken && !enough.IsCancellationRequested)
            {
                try
                {
                    await host.Bus.PublishAsync(Started($"{i}"), $"{i}", enough);
                    sent.Enqueue($"{i}");
                    taken = true;
                }
                catch (Exception e) when (e is MessageNotTakenException or OperationCanceledException)
                {
                    // Again.
                }
            }
        }
    }

    private static RetrainingStarted Started(string name) => new("hits", name, 1, "performance");

    private static Task<string> UntilAsync(Func<bool> holds, string what, CancellationToken cancellationToken) => UntilAsync(_ => Task.FromResult(holds()), what, cancellationToken);

    private static Task<string> UntilAsync(Func<CancellationToken, Task<bool>> holds, string what, CancellationToken cancellationToken) =>
        Eventually.Get(async token => await holds(token) ? "so" : null, TimeSpan.FromSeconds(120), what, cancellationToken);

    internal sealed class CountArrivals(ConcurrentDictionary<string, int> arrived) : IConsumer<RetrainingStarted>
    {
        public Task Consume(ConsumeContext<RetrainingStarted> context)
        {
            arrived.AddOrUpdate(context.Message.UpdateId, 1, (_, times) => times + 1);
            return Task.CompletedTask;
        }
    }
}
