using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Train;

/// <summary>How much a new version leans on each feature, so that the monitor can weigh what moves by it.</summary>
internal static class FeatureImportance
{
    private const int RowsAsked = 400;
    private const int LeastRowsAsked = 40;

    /// <param name="model">The version.</param>
    /// <param name="rows">What it was trained on; the newest are asked, for they are most like what it will be served.</param>
    /// <returns>Shares in schema order that sum to 1; null for a model whose scores are not finite, which a gate refuses.</returns>
    public static IReadOnlyList<double>? Of(IModel model, DataSet rows)
    {
        // Of many classes each is asked about every row.
        var asked = Math.Max(LeastRowsAsked, RowsAsked * 2 / model.Schema.Task.Classes);
        var shares = GlobalImportance.Of(model, rows.Slice(Math.Max(0, rows.Count - asked), rows.Count).Values);
        return Array.TrueForAll(shares, double.IsFinite) ? shares : null;
    }
}
