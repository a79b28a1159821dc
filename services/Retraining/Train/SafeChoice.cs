using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Which candidate is taken. The newest rows are few and the best of many looks better than it is, so a lead that may be luck decides nothing.</summary>
/// <remarks>
/// The one-standard-error rule of L. Breiman, J. Friedman, R. Olshen and C. Stone, "Classification and regression trees" (1984), section 3.4.3,
/// on paired differences in blocks of time: of those that cannot be told from the best, the one that risks least.
/// </remarks>
internal static class SafeChoice
{
    // What a normal estimate keeps within one standard error of the truth.
    private const double OneStandardError = 0.6827;

    /// <summary>For the first model, which no champion stands behind and no gate compares: the first candidate, which should be the plainest.</summary>
    /// <returns>The choice, and the lead that did not suffice; null where the best was taken.</returns>
    public static (Attempt? Winner, ConfidenceInterval? Lead) OfRecipes(IReadOnlyList<Attempt> attempts, DataSet holdout, BootstrapOptions bootstrap)
    {
        var best = Best(attempts);
        return Among(attempts.Where(attempt => attempt.Model is not null).Take(1), best, holdout, bootstrap);
    }

    /// <summary>For a model after a change: the one that learned from most rows. What a few rows teach is soon wrong again, and a world that
    /// changed for good shows by more than a standard error.</summary>
    /// <inheritdoc cref="OfRecipes"/>
    public static (Attempt? Winner, ConfidenceInterval? Lead) OfWindows(IReadOnlyList<Attempt> attempts, DataSet holdout, BootstrapOptions bootstrap)
    {
        var best = Best(attempts);
        var longer = attempts.Where(attempt => attempt.Result is not null && attempt.Window.Rows.Count > best!.Window.Rows.Count);
        return Among(longer.OrderByDescending(attempt => attempt.Window.Rows.Count).ThenBy(attempt => attempt.Result!.LogLoss), best, holdout, bootstrap);
    }

    public static Attempt? Best(IReadOnlyList<Attempt> attempts) =>
        attempts.Where(attempt => attempt.Model is not null).MinBy(attempt => attempt.Result?.LogLoss ?? 0.0);

    private static (Attempt? Winner, ConfidenceInterval? Lead) Among(IEnumerable<Attempt> safer, Attempt? best, DataSet holdout, BootstrapOptions bootstrap)
    {
        if (best?.Result is null) return (best, null);
        foreach (var attempt in safer.Where(attempt => attempt != best))
        {
            var lead = BlockBootstrap.Difference(best.Answers!, attempt.Answers!, Metric.LogLoss, bootstrap with { Level = OneStandardError });
            if (lead.Lower <= 0) return (attempt, lead);
        }

        return (best, null);
    }
}
