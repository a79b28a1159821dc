using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Measures what broken data do to the champion: rows in which a feature is broken that it hardly leans on are as good as others.</summary>
internal sealed class Harms(SignedArtifacts artifacts, QuarantineOptions options)
{
    private const int MostRows = 200;

    /// <summary>The findings, new ones and tolerated ones, that do no harm; where that cannot be told they do.</summary>
    public IReadOnlyDictionary<string, Harm> None(RowFeed log, RegistryState state)
    {
        var harmless = new Dictionary<string, Harm>(StringComparer.Ordinal);
        foreach (var broken in state.Unanswered.Concat(state.Harmless))
        {
            if (Of(broken.Finding, broken.EndedAtRow, log, state) is { } harm && harm.Importance < options.LeastImportance && harm.Effect < options.LeastEffect)
                harmless[broken.Finding.Id] = harm;
        }

        return harmless;
    }

    private Harm? Of(Finding finding, long? endedAtRow, RowFeed log, RegistryState state)
    {
        // A finding about whole rows concerns all that is learned from them, but no model reads the clock.
        if (finding.Feature is null) return finding.Detector.StartsWith("clock", StringComparison.Ordinal) ? new Harm(0, 0) : null;

        // It names one of two columns.
        if (finding.Detector == "swapped-columns" || state.Champion?.Importance is not { } importance || log.Schema is not { } schema) return null;

        var feature = schema.IndexOf(finding.Feature);
        if (feature < 0) return null;
        return importance[feature] >= options.LeastImportance
            ? new Harm(importance[feature], double.NaN)
            : new Harm(importance[feature], Effect(artifacts.Load(state.Champion.Sha256), log.Rows!, feature, finding.Onset, Math.Min(endedAtRow ?? log.NextRow, log.NextRow)));
    }

    /// <summary>Each broken row is scored once more with the value of a row from before the onset.</summary>
    private static double Effect(IModel champion, RowStore rows, int feature, long onset, long to)
    {
        var (moved, count) = (0.0, 0);
        for (var row = Math.Max(onset, rows.First); row < to && count < MostRows; row++)
        {
            var before = onset - 1 - count;
            if (before < rows.First) break;
            var values = rows.Values(row).ToArray();
            var asItIs = champion.Score(values);
            values[feature] = rows.Values(before)[feature];
            moved += Evaluator.Distance(champion.Score(values), asItIs);
            count++;
        }

        // Where there is nothing to measure it by, it counts.
        return count == 0 ? double.PositiveInfinity : moved / count;
    }
}
