using System.Globalization;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>The parts of a data set that share a category.</summary>
internal static class Slices
{
    private const int LeastRows = 50;
    private const int MostCategories = 20;

    public static IEnumerable<(string Name, List<int> Rows)> Of(DataSet data)
    {
        for (var feature = 0; feature < data.Schema.Count; feature++)
        {
            var categories = data.Schema.Features[feature].Categories;
            if (data.Schema.Features[feature].Kind != FeatureKind.Categorical || categories.Count > MostCategories) continue;
            for (var category = 0; category < categories.Count; category++)
            {
                var rows = new List<int>();
                for (var i = 0; i < data.Count; i++)
                {
                    if (data.Row(i)[feature] == category) rows.Add(i);
                }

                if (rows.Count >= LeastRows)
                    yield return (string.Create(CultureInfo.InvariantCulture, $"{data.Schema.Features[feature].Name}={categories[category]}"), rows);
            }
        }
    }

    /// <summary>The model on all rows, then on each slice.</summary>
    public static IReadOnlyList<SliceMetrics> Measure(IModel model, DataSet data)
    {
        if (data.Count == 0) return [];
        var scores = new double[data.Count];
        model.Score(data.Values, scores);
        var all = new List<SliceMetrics> { Measure("all", scores, data.Labels) };
        foreach (var (name, rows) in Of(data))
        {
            var labels = data.Labels;
            var (sliceScores, sliceLabels) = (new double[rows.Count], new byte[rows.Count]);
            for (var i = 0; i < rows.Count; i++) (sliceScores[i], sliceLabels[i]) = (scores[rows[i]], labels[rows[i]]);
            all.Add(Measure(name, sliceScores, sliceLabels));
        }

        return all;
    }

    private static SliceMetrics Measure(string name, ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        var result = Evaluator.Evaluate(scores, labels);
        return new SliceMetrics(name, result.Rows, result.Accuracy, result.LogLoss, result.Brier, result.Auc);
    }
}
