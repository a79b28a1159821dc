using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Which candidate makes the first model. No champion stands behind it and no gate compares it, so a lead that may be luck decides nothing.</summary>
/// <remarks>
/// The one-standard-error rule of L. Breiman, J. Friedman, R. Olshen and C. Stone, "Classification and regression trees" (1984), section 3.4.3,
/// on paired differences in blocks of time: the first candidate, which should be the plainest, unless another is better by more than one standard error.
/// </remarks>
internal static class SafeChoice
{
    // What a normal estimate keeps within one standard error of the truth.
    private const double OneStandardError = 0.6827;

    /// <returns>The choice, and the comparison that kept the first; null where the best was taken.</returns>
    public static (Attempt? Winner, ConfidenceInterval? Kept) Of(IReadOnlyList<Attempt> attempts, Attempt? best, DataSet holdout, BootstrapOptions bootstrap)
    {
        var first = attempts.FirstOrDefault(attempt => attempt.Model is not null);
        if (first is null || first == best || best?.Result is null) return (best, null);

        var lead = BlockBootstrap.Difference(best.Scores, first.Scores, holdout.Labels, Metric.LogLoss, bootstrap with { Level = OneStandardError });
        return lead.Lower > 0 ? (best, null) : (first, lead);
    }
}
