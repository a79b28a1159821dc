using MonitoringDemo.Demo.Mystery.Truth;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Mystery.Case;

/// <summary>A revealed case with its truth and its points.</summary>
/// <param name="Case">What was said and done.</param>
/// <param name="Truth">What happened.</param>
/// <param name="Score">The points.</param>
internal sealed record MysteryResult(MysteryCase Case, MysteryTruth Truth, MysteryScore Score)
{
    /// <summary>Null for a case that is open or does not count, and for one whose scenario this program does not know.</summary>
    public static MysteryResult? Of(MysteryCase one) => one is { IsOpen: false, IsVoid: false } ? Judge(one) : null;

    /// <summary>The points as they would be now.</summary>
    public static MysteryResult? Judge(MysteryCase one)
    {
        if (one.OnsetRow is not { } onset || ScenarioCatalog.TryGet(one.ScenarioId) is not { } scenario) return null;
        var truth = MysteryTruth.Of(scenario, onset);
        return new MysteryResult(one, truth, MysteryScoring.Of(truth, one.Answers.Count == 0 ? null : one.Answers[^1], one.Lines));
    }
}
