using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>A candidate against the champion on the same rows. Positive differences favour the candidate.</summary>
/// <param name="Rows">Rows compared.</param>
/// <param name="OnlyCandidateRight">Rows that only the candidate answered right.</param>
/// <param name="OnlyChampionRight">Rows that only the champion answered right.</param>
/// <param name="AccuracyDifference">Candidate's accuracy − champion's.</param>
/// <param name="AccuracyStandardError">Of that difference, from the paired rows.</param>
/// <param name="AccuracyPValue">One-sided: the chance of so many rows for the candidate if it were no better (McNemar).</param>
/// <param name="LogLossDifference">Champion's mean log loss − candidate's, in nats.</param>
/// <param name="LogLossStandardError">Of that difference, from the paired rows in time: wider where errors come in spells.</param>
/// <param name="LogLossPValue">One-sided, from the paired z.</param>
public sealed record PairedComparisonResult(
    int Rows,
    int OnlyCandidateRight,
    int OnlyChampionRight,
    double AccuracyDifference,
    double AccuracyStandardError,
    double AccuracyPValue,
    double LogLossDifference,
    double LogLossStandardError,
    double LogLossPValue)
{
    /// <summary>A lower confidence bound of <see cref="AccuracyDifference"/> at level 1 − <paramref name="alpha"/>: above −margin means "no worse than by the margin".</summary>
    public double AccuracyLowerBound(double alpha) => AccuracyDifference + (Deterministic.NormalQuantile(alpha) * AccuracyStandardError);

    /// <summary>A lower confidence bound of <see cref="LogLossDifference"/> at level 1 − <paramref name="alpha"/>.</summary>
    public double LogLossLowerBound(double alpha) => LogLossDifference + (Deterministic.NormalQuantile(alpha) * LogLossStandardError);
}
