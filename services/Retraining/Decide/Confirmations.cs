using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Counts the champion's right answers on the outcomes that came in after each open finding.</summary>
internal sealed class Confirmations
{
    private const int MostReferenceRows = 2_000;
    private const int LeastReferenceRows = 200;
    private readonly Dictionary<Watched, NewestAnswers> _counts = [];
    private readonly List<Watched> _open = [];

    /// <summary>Which stories are to be counted for; ask again whenever the state changed.</summary>
    public void Watch(RegistryState state)
    {
        _open.Clear();
        var champion = state.Release?.Change.Champion.Version ?? 0;
        foreach (var story in state.Stories.Values)
        {
            if (story.InputsMovedAt is { } moved) _open.Add(new Watched(story.State.UpdateId, false, moved, champion));
            if (story.PerformanceFellAt is { } fell) _open.Add(new Watched(story.State.UpdateId, true, fell, champion));
        }

        if (_counts.Count == 0) return;
        foreach (var gone in _counts.Keys.Except(_open).ToList()) _counts.Remove(gone);
    }

    public void Take(RowStore rows, JudgedRow judged)
    {
        foreach (var watched in _open)
        {
            if (judged.Ordinal < watched.SinceOrdinal || rows.Version(judged.Row) != watched.Champion) continue;
            if (!_counts.TryGetValue(watched, out var answers)) _counts[watched] = answers = new NewestAnswers();
            answers.Add(IsRight(rows, judged.Row));
        }
    }

    /// <summary>By story: after the performance findings, or after the drift findings.</summary>
    public IReadOnlyDictionary<string, Confirmation> Of(bool performance, LogFollower log, RegistryState state)
    {
        var confirmations = new Dictionary<string, Confirmation>(StringComparer.Ordinal);
        foreach (var (watched, answers) in _counts)
        {
            if (watched.Performance != performance) continue;
            var (referenceRows, referenceAccuracy) = Reference(log, state, state.Story(watched.UpdateId).State.Onset, watched.Champion);
            confirmations[watched.UpdateId] = new Confirmation(answers.Count, answers.Accuracy, answers.NewestAccuracy, referenceRows, referenceAccuracy);
        }

        return confirmations;
    }

    /// <summary>What the champion was worth before the onset; where it had hardly served yet, on its holdout.</summary>
    private static (int Rows, double Accuracy) Reference(LogFollower log, RegistryState state, long onset, int champion)
    {
        var (count, right, rows) = (0, 0, log.Rows!);
        for (var row = Math.Min(onset, log.JudgedTo) - 1; row >= rows.First && count < MostReferenceRows; row--)
        {
            if (rows.Version(row) != champion || !log.IsClean(state, row)) continue;
            count++;
            right += IsRight(rows, row) ? 1 : 0;
        }

        if (count >= LeastReferenceRows || state.Version(champion).Metrics is not [var holdout, ..]) return (count, (double)right / Math.Max(1, count));
        return (holdout.Rows, holdout.Accuracy);
    }

    private static bool IsRight(RowStore rows, long row) => Evaluator.Decide(rows.Score(row)) == rows.Label(row);

    private readonly record struct Watched(string UpdateId, bool Performance, long SinceOrdinal, int Champion);
}
