using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Tests the champion's answers on the outcomes that came in after each open finding.</summary>
internal sealed class Confirmations(PolicyOptions options, SerialErrors dependence) : IRowWatch
{
    private const int MostReferenceRows = 2_000;
    private const int LeastReferenceRows = 200;
    private readonly Dictionary<Watched, FallTest> _tests = [];
    private readonly List<Watched> _open = [];

    /// <summary>Which incidents are to be counted for.</summary>
    public void Follow(RegistryState state)
    {
        _open.Clear();
        foreach (var incident in state.Incidents.Values)
        {
            if (incident.State.Open.Count == 0) continue;
            var champion = LearnedIt(incident, state);
            if (incident.InputsMovedAt is { } moved) _open.Add(new Watched(incident.State.UpdateId, false, moved, champion));
            if (incident.PerformanceFellAt is { } fell) _open.Add(new Watched(incident.State.UpdateId, true, fell, champion));
        }

        if (_tests.Count == 0) return;
        foreach (var gone in _tests.Keys.Except(_open).ToList()) _tests.Remove(gone);
    }

    public void Take(RowFeed log, JudgedRow judged, RegistryState state)
    {
        var rows = log.Rows!;
        foreach (var watched in _open)
        {
            var version = rows.Version(judged.Row);
            if (judged.Ordinal < watched.SinceOrdinal || version == 0 || LearnedIt(watched, version, state) != watched.Champion) continue;
            if (!_tests.TryGetValue(watched, out var test)) _tests[watched] = test = Begin(watched, log, state);
            test.Take(IsRight(rows, judged.Row));
        }
    }

    /// <summary>By incident: after the performance findings, or after the drift findings.</summary>
    public IReadOnlyDictionary<string, Confirmation> Of(bool performance) =>
        _tests.Where(test => test.Key.Performance == performance).ToDictionary(test => test.Key.UpdateId, test => test.Value.Standing with { Evidence = test.Value.Standing.Evidence / dependence.Factor }, StringComparer.Ordinal);

    /// <summary>The champion, if it learned from rows since the onset: then it has to answer for itself. 0 for all that knew the former world only.</summary>
    private static int LearnedIt(Incident incident, RegistryState state) =>
        state.Champion is { } champion && champion.TrainedToRow > incident.State.Onset ? champion.Version : 0;

    private static int LearnedIt(Watched watched, int version, RegistryState state) =>
        state.Version(version).TrainedToRow > state.Incident(watched.UpdateId).State.Onset ? version : 0;

    private FallTest Begin(Watched watched, RowFeed log, RegistryState state)
    {
        var (rows, accuracy) = Reference(log, state, state.Incident(watched.UpdateId).State.Onset, state.Release!.Change.Champion.Version);
        return new FallTest(rows, accuracy, watched.Performance ? options.LeastDrop : options.PlainDrop);
    }

    /// <summary>What was served before the onset, by whichever version; where little was, what the champion was worth on its holdout.</summary>
    private static (int Rows, double Accuracy) Reference(RowFeed log, RegistryState state, long onset, int champion)
    {
        var (count, right, rows) = (0, 0, log.Rows!);
        for (var row = Math.Min(onset, log.JudgedTo) - 1; row >= rows.First && count < MostReferenceRows; row--)
        {
            if (rows.Version(row) == 0 || !log.IsClean(state, row)) continue;
            count++;
            right += IsRight(rows, row) ? 1 : 0;
        }

        if (count >= LeastReferenceRows || state.Version(champion).Metrics is not [var holdout, ..]) return (count, (double)right / Math.Max(1, count));
        return (holdout.Rows, holdout.Accuracy);
    }

    private static bool IsRight(RowStore rows, long row) => Evaluator.Decide(rows.Score(row)) == rows.Label(row);

    /// <param name="Champion">0 for every version that knew the former world only.</param>
    private readonly record struct Watched(string UpdateId, bool Performance, long SinceOrdinal, int Champion);
}
