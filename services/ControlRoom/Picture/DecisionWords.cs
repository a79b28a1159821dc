using System.Globalization;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>What decisions and releases say. The reasons are the policy's own words.</summary>
internal static class DecisionWords
{
    private const string StillAnswered = "The songs are still answered, with the values as they come.";

    public static FeedEntry Of(DecisionMade decision)
    {
        var model = decision.Version is { } version ? string.Create(CultureInfo.InvariantCulture, $"model {version}") : null;
        var (title, tone) = decision.Action switch
        {
            DecisionActions.Watch => ("Watch, do not retrain", "info"),
            DecisionActions.Retrain => ("Train a new model", "good"),
            DecisionActions.Replace => ("Replace the model by one trained on the newest songs", "good"),
            DecisionActions.Restore => ($"Bring {model ?? "an old model"} back", "good"),
            DecisionActions.Quarantine => ("Quarantine: learn nothing from the broken songs", "warning"),
            DecisionActions.Accept => ("Accept the values as normal", "good"),
            DecisionActions.Hold => ("Release nothing for now", "warning"),
            DecisionActions.Reject => ($"{Capital(model ?? "the request")} rejected", "warning"),
            DecisionActions.RollBack => ($"{Capital(model ?? "the new model")} taken back", "critical"),
            DecisionActions.AwaitApproval => ($"{Capital(model ?? "a model")} waits", "warning"),
            DecisionActions.Approve => ($"{Capital(model ?? "a model")} approved by {decision.By}", "good"),
            DecisionActions.Freeze => ("Releases are frozen", "warning"),
            DecisionActions.Unfreeze => ("Releases go on", "good"),
            DecisionActions.Erase => (model is null ? "Rows were erased" : $"Rows that {model} learned from were erased", "warning"),
            DecisionActions.Retire => ($"{Capital(model ?? "a model")} goes out of use, or back", "info"),
            _ => (decision.Action, "info"),
        };
        var id = string.Create(CultureInfo.InvariantCulture, $"decision/{decision.UpdateId}/{decision.Row}/{decision.Action}/{decision.Version}{(decision.By is null ? "" : $"/{decision.By}")}");
        return new FeedEntry(
            id, decision.Row, FeedKinds.Decision, title, decision.Action == DecisionActions.Quarantine ? $"{decision.Reason} {StillAnswered}" : decision.Reason,
            decision.UpdateId, tone, decision.Gate is null ? null : $"gate: {decision.Gate}")
        {
            // Two who approve at once are two lines.
            Topic = decision.Action == DecisionActions.Approve ? $"{decision.Action} {decision.By}" : decision.Action,
            Because = decision.FindingIds,
        };
    }

    /// <summary>A share in words, for instance <c>2.5 %</c>.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} %");

    public static FeedEntry Of(ReleaseChanged release)
    {
        if (release is { Stage: ReleaseStages.Canary, Shadow: { } canary, CanaryShare: { } share })
        {
            return new FeedEntry(
                string.Create(CultureInfo.InvariantCulture, $"release-{release.Sequence}"), release.Row, FeedKinds.Release,
                string.Create(CultureInfo.InvariantCulture, $"Model {canary.Version} is a canary: it answers {Percent(share)} of the requests"), release.Reason, release.UpdateId, "info")
            {
                Topic = ReleaseStages.Canary,
            };
        }

        var (did, topic) = release.Stage switch
        {
            ReleaseStages.Restored => ("serves again", DecisionActions.Restore),
            ReleaseStages.RolledBack => ("serves again after a roll-back", DecisionActions.RollBack),
            _ => (release.Sequence == 1 ? "serves" : "promoted", ReleaseStages.Promoted),
        };
        return new FeedEntry(
            string.Create(CultureInfo.InvariantCulture, $"release-{release.Sequence}"), release.Row, FeedKinds.Release,
            string.Create(CultureInfo.InvariantCulture, $"Model {release.Champion.Version} {did}"), release.Reason, release.UpdateId,
            release.Stage == ReleaseStages.RolledBack ? "warning" : "good")
        {
            Topic = topic,
            Served = new ServedShown(release.Sequence, release.Champion.Version),
        };
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
