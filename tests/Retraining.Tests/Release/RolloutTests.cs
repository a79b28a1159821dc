using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Tests.Release;

public sealed class RolloutTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RolloutOptions _options = new();
    private readonly ServingProcesses _processes;
    private readonly Rollout _rollout;

    public RolloutTests()
    {
        _processes = new ServingProcesses(_options, _time);
        _rollout = new Rollout(_processes, _options, _time, NullLogger<Rollout>.Instance);
    }

    [Fact]
    public void One_that_never_asks_is_believed_at_once()
    {
        var loaded = Loaded("inference-1");

        Sift(5, loaded).ShouldBe([loaded]);
    }

    [Fact]
    public void A_release_is_served_when_every_process_that_lives_has_loaded_it()
    {
        Ask(("a", 4), ("b", 4));

        var one = Sift(5, Loaded("a"));
        var both = Sift(5, Loaded("b"));

        one.ShouldBeEmpty();
        both.ShouldHaveSingleItem().ShouldBe(Loaded("a"));
    }

    [Fact]
    public void One_that_is_dead_is_not_waited_for_and_one_that_is_slow_for_a_minute()
    {
        Ask(("a", 4), ("dead", 4));
        _time.Advance(_options.LiveFor * 1.5);
        Ask(("a", 4), ("slow", 4));

        var waits = Sift(5, Loaded("a"));
        for (var waited = TimeSpan.Zero; waited < _options.ServedWithin; waited += _options.LiveFor / 2)
        {
            _time.Advance(_options.LiveFor / 2);
            Ask(("a", 5), ("slow", 4));
        }

        var served = Sift(5);

        waits.ShouldBeEmpty();
        served.ShouldHaveSingleItem();
    }

    [Fact]
    public void One_that_cannot_load_what_others_serve_takes_nothing_back_whichever_speaks_first()
    {
        Ask(("a", 4), ("b", 4));

        var refused = Sift(5, Failed("b"));
        var loaded = Sift(5, Loaded("a"));
        _time.Advance(_options.ServedWithin);
        Ask(("a", 5), ("b", 4));
        var late = Sift(5, Failed("b"));

        refused.ShouldBeEmpty();
        loaded.Concat(late).Select(message => message.GetType()).ShouldBe([typeof(ModelLoaded)]);
    }

    [Fact]
    public void A_release_that_nobody_can_load_is_refused()
    {
        Ask(("a", 4), ("b", 4));

        var one = Sift(5, Failed("a"));
        var both = Sift(5, Failed("b"));

        one.ShouldBeEmpty();
        both.ShouldHaveSingleItem().ShouldBe(Failed("b"));
    }

    [Fact]
    public void After_a_restart_what_all_serve_is_known_without_a_message()
    {
        Ask(("a", 5), ("b", 5));

        Sift(5).ShouldHaveSingleItem().ShouldBeOfType<ModelLoaded>().ReleaseSequence.ShouldBe(5);
    }

    private static ModelLoaded Loaded(string instance) => new("hits", "hits-1", 5, 700, 2, null, instance);

    private static ModelLoadFailed Failed(string instance) => new("hits", "hits-1", 5, 2, "No signature.", instance);

    private void Ask(params (string Instance, long Serves)[] all)
    {
        foreach (var (instance, serves) in all) _processes.Asks(instance, serves);
    }

    private List<object> Sift(long sequence, params object[] messages)
    {
        var change = new ReleaseChanged("hits", "hits-1", sequence, 700, new ModelReference(2, "00", "a", 0, 10), null, ReleaseStages.Promoted, "Better.");
        var state = RegistryState.Empty with { Release = new Released(change, ReleasePhase.Settled, 0) };
        return [.. _rollout.Sift([.. messages.Select(message => new ReceivedMessage(message, null))], state).Select(message => message.Message)];
    }
}
