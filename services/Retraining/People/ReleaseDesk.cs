using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.People;

/// <summary>Where a candidate comes that passed every gate: it is released, or it waits for people or for the end of a freeze.</summary>
internal sealed class ReleaseDesk(PeopleOptions options, ReleaseOptions releasing, StrategyOptions strategy, PolicyLimits limits)
{
    /// <summary>The gate that people are.</summary>
    public const string Gate = "approval";

    /// <summary>Why a version waits.</summary>
    public const string Rule = "a release needs people";

    /// <param name="order">The run that made it.</param>
    /// <param name="version">The candidate; it is registered by the same step.</param>
    /// <param name="isProven">It needs no shadow.</param>
    /// <param name="state">The registry before that step.</param>
    /// <param name="row">One past the last row read.</param>
    /// <param name="why">Why it won.</param>
    public IReadOnlyList<JournalEvent> Next(TrainingOrder order, VersionRecord version, bool isProven, RegistryState state, long row, string why)
    {
        var (needed, kind) = ApprovalPolicy.Of(order, version, state, options);
        // A shadow serves nobody: it is a race, and no release.
        var waits = needed > 0 || (isProven && state.People.Freeze is not null);
        if (!waits) return Release(order, version, isProven, state, row, why);

        var waiting = new WaitingVersion(
            order.UpdateId, version.Version, order.Trigger, needed, kind, state.People.AskedBy.GetValueOrDefault(order.UpdateId), isProven, state.Champion!.Version, row + options.ApprovalRows);
        var said = new DecisionMade(order.Model, order.UpdateId, row, DecisionActions.AwaitApproval, Words(waiting, state.People.Freeze), order.FindingIds, Version: version.Version, Missing: needed);
        return [.. state.People.Waiting.Where(before => before.UpdateId == order.UpdateId).Select(before => Superseded(before, version.Version)), new Decided(said, Rule), new ApprovalAwaited(waiting)];
    }

    /// <summary>A version that waited goes where it would have gone; against another champion than it was judged by it has to race first.</summary>
    public IReadOnlyList<JournalEvent> Release(ReleaseWaiting decision, RegistryState state, string model, long ordinal, long row)
    {
        var (waiting, version) = (decision.Waiting, state.Version(decision.Waiting.Version));
        var order = new TrainingOrder(model, waiting.UpdateId, waiting.Trigger, version.Trainer, version.SinceRow, 0, false, ordinal, version.FindingIds, version.Seed);
        var isProven = waiting.IsProven && waiting.Champion == state.Champion!.Version;
        var released = Release(order, version, isProven, state, row, decision.Reason);
        // What waited for the end of a freeze and is older has been overtaken.
        var overtaken = state.People.Waiting.Where(other => other.Needed == 0 && other.Version < waiting.Version).Select(other => Superseded(other, waiting.Version));
        return [.. overtaken, .. released];
    }

    /// <summary>Proven, it serves or answers its first share; else it races.</summary>
    private IReadOnlyList<JournalEvent> Release(TrainingOrder order, VersionRecord version, bool isProven, RegistryState state, long row, string why) =>
        !isProven ? Releases.ToShadow(order, version, state, row, releasing, why)
        : limits.BlueGreen is { } bothLoaded ? Releases.ToPrepared(order, version, state, row, bothLoaded.WarmRows, why)
        : limits.HasCanaries ? Releases.ToCanary(order, version, state, row, limits.ShareAfter(0), strategy.RowsOf(order.Trigger), why)
        : Releases.ToService(order, version, state, row, releasing, why);

    private static VersionRejected Superseded(WaitingVersion before, int version) => new(before.Version, Gate, FormattableString.Invariant($"{Gate}: version {version} took its place before it was released"));

    private static string Words(WaitingVersion waiting, FreezeInForce? freeze)
    {
        var lapses = FormattableString.Invariant($" It lapses at row {waiting.LapsesAtRow}.");
        if (waiting.Needed == 0) return $"Version {waiting.Version} passed every gate and waits for the end of the freeze. {freeze!.Words}{lapses}";
        var people = waiting.Needed == 1 ? "one person" : FormattableString.Invariant($"{waiting.Needed} people");
        var asker = waiting.AskedBy is { } by ? $", and {by}, who asked for it, does not count" : "";
        return FormattableString.Invariant($"Version {waiting.Version} passed every gate and waits for {people}: {waiting.Why}{asker}.") + lapses;
    }
}
