using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Tests.State;

public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_was_not_published_before_a_crash_is_published_after_it_with_the_same_keys_in_the_same_order()
    {
        var path = _data.Directory.PathOf("retraining", "state.json");
        var before = new State(41, new Outbox(), new Inbox());
        before.Outbox.Add(new AnnounceRelease("hits", "inference"), "first");
        before.Outbox.Add(new FindingsCleared("hits", "hits-1", 9, [new ClearedFinding("f", "data-drift", null, 8)]), "second");
        new Checkpoint<State>(path).Save(before);

        new Checkpoint<State>(path).TryLoad(out var after).ShouldBeTrue();
        var bus = new Recorder();
        var published = await after!.Outbox.PublishAsync(bus, TestContext.Current.CancellationToken);

        published.ShouldBe(2);
        after.Outbox.Pending.ShouldBeEmpty();
        bus.Sent[0].ShouldBe(("first", new AnnounceRelease("hits", "inference")));
        bus.Sent[1].Key.ShouldBe("second");
        bus.Sent[1].Message.ShouldBeOfType<FindingsCleared>().Cleared.Single().EndedAtRow.ShouldBe(8);
    }

    [Fact]
    public async Task What_the_bus_refused_stays_pending()
    {
        var outbox = new Outbox();
        outbox.Add(new AnnounceRelease("hits", "a"), "a");
        outbox.Add(new AnnounceRelease("hits", "b"), "b");

        await Should.ThrowAsync<InvalidOperationException>(async () => await outbox.PublishAsync(new Recorder { Fails = "b" }, TestContext.Current.CancellationToken));

        outbox.Pending.Single().Key.ShouldBe("b");
    }

    [Fact]
    public void A_message_type_that_is_gone_is_named()
    {
        var path = _data.Directory.PathOf("retraining", "state.json");
        new Checkpoint<object>(path).Save(new { offset = 1, outbox = new { pending = new[] { new { type = "Gone, Nowhere", key = "k", body = new { } } } } });

        Should.Throw<DamagedCheckpointException>(() => new Checkpoint<State>(path).TryLoad(out _)).Message.ShouldContain("Gone, Nowhere");
    }

    internal sealed record State(long Offset, Outbox Outbox, Inbox Inbox);

    private sealed class Recorder : IMessageBus
    {
        public List<(string Key, object Message)> Sent { get; } = [];

        public string? Fails { get; init; }

        public Task PublishAsync<T>(T message, string key, CancellationToken cancellationToken)
            where T : class
        {
            if (key == Fails) throw new InvalidOperationException("on purpose");
            Sent.Add((key, message));
            return Task.CompletedTask;
        }
    }
}
