using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Where the newest fall of accuracy began: the onset of a finding is one place, and a world that drifted before it was turned over has two.</summary>
internal static class NewestChange
{
    // What a split of right and wrong answers must gain in likelihood, in nats, and in the share of wrong ones, to be another change.
    private const double LeastGain = 8;
    private const double LeastRise = 0.15;
    private const int LeastRows = 12;

    /// <summary>The onset itself, or a later row from which the answers were much more often wrong.</summary>
    public static long Since(RowFeed log, RegistryState state, long onset)
    {
        var rows = CleanRows.Between(log, state, onset, long.MaxValue);
        var wrong = rows.Select(row => log.Rows!.Version(row) != 0 && Evaluator.Decide(log.Rows.Score(row)) != log.Rows.Label(row)).ToArray();
        var from = 0;
        while (Split(wrong.AsSpan(from)) is { } at) from += at;
        return from == 0 ? onset : rows[from];
    }

    private static int? Split(ReadOnlySpan<bool> wrong)
    {
        var (total, left, best, at) = (0, 0, LeastGain, -1);
        foreach (var each in wrong) total += each ? 1 : 0;
        var whole = LogLikelihood(total, wrong.Length);
        for (var i = 1; i <= wrong.Length - LeastRows; i++)
        {
            left += wrong[i - 1] ? 1 : 0;
            var (rest, right) = (wrong.Length - i, total - left);
            if (i < LeastRows || ((double)right / rest) - ((double)left / i) < LeastRise) continue;
            var gain = LogLikelihood(left, i) + LogLikelihood(right, rest) - whole;
            if (gain > best) (best, at) = (gain, i);
        }

        return at < 0 ? null : at;
    }

    private static double LogLikelihood(int ones, int of) =>
        ones == 0 || ones == of ? 0 : (ones * Deterministic.Log((double)ones / of)) + ((of - ones) * Deterministic.Log((double)(of - ones) / of));
}
