using System.Globalization;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>Measures a model on parts of the rows: what is right on the whole can be wrong for one group.</summary>
public static class SlicedEvaluator
{
    /// <summary>The parts: each category of a categorical feature, and the rows that lack it.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="leastRows">Smaller parts say too little and are left out.</param>
    /// <param name="mostCategories">Features with more categories are no groups and are left out.</param>
    /// <returns>A name and the rows' indices, ascending; in the order of the schema.</returns>
    public static IEnumerable<(string Name, IReadOnlyList<int> Rows)> Slices(DataSet data, int leastRows = 50, int mostCategories = 20)
    {
        ArgumentNullException.ThrowIfNull(data);
        for (var feature = 0; feature < data.Schema.Count; feature++)
        {
            var (name, categories) = (data.Schema.Features[feature].Name, data.Schema.Features[feature].Categories);
            if (data.Schema.Features[feature].Kind != FeatureKind.Categorical || categories.Count > mostCategories)
                continue;

            var parts = Enumerable.Range(0, categories.Count + 1).Select(_ => new List<int>()).ToArray();
            for (var i = 0; i < data.Count; i++)
            {
                var value = data.Row(i)[feature];
                if (double.IsNaN(value))
                    parts[^1].Add(i);
                else if (value >= 0 && value < categories.Count && value == Math.Floor(value))
                    parts[(int)value].Add(i);
            }

            for (var part = 0; part < parts.Length; part++)
            {
                if (parts[part].Count >= leastRows)
                    yield return (part == categories.Count ? $"{name} missing" : string.Create(CultureInfo.InvariantCulture, $"{name}={categories[part]}"), parts[part]);
            }
        }
    }

    /// <summary>Measures scores on every part; see <see cref="Slices"/>.</summary>
    /// <exception cref="ArgumentException">There are more or fewer scores than rows.</exception>
    public static IReadOnlyList<SliceEvaluation> Evaluate(ReadOnlySpan<double> scores, DataSet data, int leastRows = 50, int mostCategories = 20)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (scores.Length != data.Count)
            throw new ArgumentException($"{scores.Length} scores for {data.Count} rows: give one for each.", nameof(scores));
        return Evaluate(RowAnswers.Of(scores, data.Labels), data, leastRows, mostCategories);
    }

    /// <summary>Measures answers on every part; see <see cref="Slices"/>.</summary>
    public static IReadOnlyList<SliceEvaluation> Evaluate(RowAnswers answers, DataSet data, int leastRows = 50, int mostCategories = 20)
    {
        ArgumentNullException.ThrowIfNull(answers);

        var results = new List<SliceEvaluation>();
        foreach (var (name, rows) in Slices(data, Math.Max(1, leastRows), mostCategories))
            results.Add(new SliceEvaluation(name, Evaluator.Evaluate(answers.Part(rows))));

        return results;
    }

    /// <summary>Scores every row and measures every part.</summary>
    public static IReadOnlyList<SliceEvaluation> Evaluate(IModel model, DataSet data, int leastRows = 50, int mostCategories = 20) =>
        Evaluate(RowAnswers.Of(model, data), data, leastRows, mostCategories);
}
