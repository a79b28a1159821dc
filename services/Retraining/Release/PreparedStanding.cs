using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Release;

/// <summary>How far a version is that is to take all requests at once.</summary>
/// <param name="IsLoaded">Every process that serves has it loaded.</param>
/// <param name="Rows">Rows that it has scored beside the champion; no more are counted than it needs.</param>
/// <param name="UnscoredRow">The first row to which it gave no score and the champion did; null for none.</param>
internal sealed record PreparedStanding(bool IsLoaded, int Rows, long? UnscoredRow)
{
    /// <returns>Null while none is being prepared.</returns>
    public static PreparedStanding? Of(RowFeed log, RegistryState state, int needed)
    {
        if (state.Release is not { Phase: ReleasePhase.Prepared, Change: { Shadow: { } shadow } change } || log.Rows is not { } rows) return null;

        var scored = 0;
        for (var row = Math.Max(change.Row, rows.First); row < rows.Next && scored < needed; row++)
        {
            if (rows.ShadowVersion(row) != shadow.Version || double.IsNaN(rows.Score(row))) continue;
            if (double.IsNaN(rows.ShadowScore(row))) return new PreparedStanding(IsLoadedBy(state), scored, row);
            scored++;
        }

        return new PreparedStanding(IsLoadedBy(state), scored, null);
    }

    private static bool IsLoadedBy(RegistryState state) => state.Known.Contains(Keys.Applied(state.Release!.Change.Sequence));
}
