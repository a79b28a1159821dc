using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Demo.Mystery.Truth;

namespace MonitoringDemo.Demo.Mystery;

/// <summary>Collateral damage: what the team did that was wrong in this case.</summary>
internal static class MysteryDamage
{
    private const double Untouched = 10, Worst = -20;

    private const double NeedlessTraining = 4, NeedlessModelServes = 6, BrokenAccepted = 10, ModelTakenAway = 5, CureFrozen = 3;

    /// <summary>10 where nothing was, down to -20.</summary>
    public static double Left(MysteryTruth truth, IReadOnlyList<MysteryLine> lines) => Math.Max(Worst, Untouched - Wrongs(truth, lines).Sum(wrong => wrong.Cost));

    /// <summary>What was wrong, each with its cost in points, in the order in which it was done.</summary>
    public static IEnumerable<(MysteryLine Line, double Cost)> Wrongs(MysteryTruth truth, IReadOnlyList<MysteryLine> lines)
    {
        var ordered = lines.Where(line => line is { Who: MysteryDeeds.Team, What: MysteryDeeds.Retrain }).Select(line => line.UpdateId).ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var cost = (line.Who, line.What) switch
            {
                (MysteryDeeds.Team, MysteryDeeds.Retrain) when truth.RetrainingHarms => NeedlessTraining,
                // The model came of a training that the team had ordered.
                (MysteryDeeds.Fleet, MysteryDeeds.Released) when truth.RetrainingHarms && ordered.Contains(line.UpdateId) => NeedlessModelServes,
                (MysteryDeeds.Team, MysteryDeeds.Accept) when truth.Cause == MysteryCauses.Broken => BrokenAccepted,
                (MysteryDeeds.Team, MysteryDeeds.Restore or MysteryDeeds.RollBack) when truth.Action != MysteryActions.Restore => ModelTakenAway,
                (MysteryDeeds.Team, MysteryDeeds.Freeze) when truth.RetrainingIsRight => CureFrozen,
                _ => 0,
            };
            if (cost > 0) yield return (line, cost);
        }
    }
}
