using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Tests.Receive;

public sealed class ReceptionTests
{
    private static readonly FindingsReported Reported = new("hits", "hits-1", 500, [new Finding("f1", 480, FindingKinds.DataDrift, "a", "psi", 1, 0.5, 1, 1, 480, "a moved")]);
    private static readonly FindingsCleared Cleared = new("hits", "hits-0", 500, [new ClearedFinding("f0", FindingKinds.DataDrift, "a", 400)]);
    private static readonly ModelLoaded Loaded = new("hits", "hits-0", 3, 500, 2, null, "inference");
    private static readonly RetrainModel Retrain = new("hits", "manual", "a person", "why not");

    private static IReadOnlyList<JournalEvent> Receive(RegistryState state, params object[] messages) =>
        Reception.ToEvents(messages.Select(message => new ReceivedMessage(message, null)), "hits", 9, state);

    [Fact]
    public void The_order_of_arrival_does_not_matter()
    {
        var one = Receive(RegistryState.Empty, Retrain, Reported, Cleared, Loaded);
        var other = Receive(RegistryState.Empty, Loaded, Cleared, Reported, Retrain);

        one.Select(happened => happened.GetType()).ShouldBe([typeof(ReleaseApplied), typeof(FindingsEnded), typeof(FindingsReceived), typeof(RetrainRequested)]);
        other.Select(happened => happened.GetType()).ShouldBe(one.Select(happened => happened.GetType()));
    }

    [Fact]
    public void What_comes_twice_counts_once()
    {
        Receive(RegistryState.Empty, Reported, Reported, Retrain, Retrain).Count.ShouldBe(2);
    }

    [Fact]
    public void Another_models_messages_are_none_of_ours()
    {
        Receive(RegistryState.Empty, Reported with { Model = "other" }, Retrain with { Model = "other" }).ShouldBeEmpty();
    }
}
