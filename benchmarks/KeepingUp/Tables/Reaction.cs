using MonitoringDemo.KeepingUp.Runs;
using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Tables;

/// <summary>Rows from a change to the answers to it; infinite where none came before the next change.</summary>
/// <param name="Finding">To the first finding.</param>
/// <param name="Decision">To the first decision to retrain, restore or replace.</param>
/// <param name="Remedy">To the first row served by a version that served before and came back, or that was trained on rows since.</param>
internal sealed record Reaction(double Finding, double Decision, double Remedy)
{
    /// <summary>One per change; none for streams without sudden changes.</summary>
    public static IEnumerable<Reaction> Of(Outcome outcome)
    {
        var (played, fleet) = (outcome.Played, outcome.Fleet);
        if (played.Change is not (ChangeKind.Step or ChangeKind.Recurring)) yield break;

        for (var i = 0; i < played.Changes.Count; i++)
        {
            var (change, next) = (played.Changes[i], i + 1 < played.Changes.Count ? played.Changes[i + 1] : played.Rows);
            yield return new Reaction(
                First(fleet.Findings),
                First(fleet.Decisions),
                First(fleet.Releases.Where(release => release.IsReturn || release.TrainedToRow > change).Select(release => release.FromRow)));

            double First(IEnumerable<long> rows) =>
                rows.Where(row => row >= change && row < next).Select(row => (double)(row - change)).DefaultIfEmpty(double.PositiveInfinity).First();
        }
    }

    /// <summary>The median; infinite when half or more are.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var (low, high) = (sorted[(sorted.Count - 1) / 2], sorted[sorted.Count / 2]);
        return double.IsInfinity(high) ? high : (low + high) / 2;
    }
}
