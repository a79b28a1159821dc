using MonitoringDemo.Learning.Additive;

namespace MonitoringDemo.Learning.Explanation;

/// <summary>
/// Exact Shapley values of an additive model, features taken as independent: each feature's term less that term's average
/// over the training rows.
/// </summary>
/// <remarks>S. M. Lundberg and S.-I. Lee, "A unified approach to interpreting model predictions", NeurIPS 2017, corollary 1 (linear SHAP).</remarks>
internal static class LinearContributions
{
    public static double Of(AdditiveModel model, ReadOnlySpan<double> row, Span<double> contributions)
    {
        if (row.Length != model.Terms.Count || contributions.Length != model.Terms.Count)
            throw new ArgumentException($"{row.Length} values and {contributions.Length} contributions; the model takes {model.Terms.Count} of each.", nameof(row));

        var average = model.Intercept;
        for (var i = 0; i < row.Length; i++)
        {
            average += model.Terms[i].Average;
            contributions[i] = model.Terms[i].Of(row[i]) - model.Terms[i].Average;
        }

        return average;
    }
}
