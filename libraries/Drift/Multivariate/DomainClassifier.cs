using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Multivariate;

/// <summary>Can a model tell current rows from reference rows? The area under its ROC curve: 0.5 when it cannot, 1 when it always can.</summary>
/// <remarks>
/// Five stratified folds in the order of the rows; each row is scored by the model that was trained on the other folds. No p
/// value: scores of different folds depend on each other. Without drift the area spreads around 0.5 (a little below) by about
/// √((n + m + 1) / 12 n m). Sources: D. Lopez-Paz and M. Oquab, "Revisiting classifier two-sample tests", ICLR 2017; NannyML's
/// documentation, "Domain classifier". Not computable with fewer than five complete rows on a side, or when no feature varies.
/// </remarks>
internal static class DomainClassifier
{
    private const int Folds = 5;

    public static TwoSampleResult Test(IModelTrainer trainer, FeatureSchema schema, ReadOnlySpan<double> reference, ReadOnlySpan<double> current, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var (x, y) = (CompleteRows.Of(reference, schema.Count), CompleteRows.Of(current, schema.Count));
        if (x.Count < Folds || y.Count < Folds) return TwoSampleResult.NotComputable;

        double[] values = [.. x.Values, .. y.Values];
        if (IsConstant(values, schema.Count)) return TwoSampleResult.NotComputable;

        var labels = new byte[x.Count + y.Count];
        labels.AsSpan(x.Count).Fill(1);
        var folds = Assign(x.Count, y.Count);
        var scores = new double[labels.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = trainer.Train(Rows(schema, values, labels, folds, fold), new Dictionary<string, double>(), seed);
            for (var i = 0; i < scores.Length; i++)
            {
                if (folds[i] == fold) scores[i] = model.Score(values.AsSpan(i * schema.Count, schema.Count));
            }
        }

        return new TwoSampleResult(Evaluator.Evaluate(scores, labels).Auc, double.NaN);
    }

    /// <summary>The schema of rows of nothing but numbers.</summary>
    public static FeatureSchema Numeric(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        return new([.. Enumerable.Range(0, dimensions).Select(i => new Feature($"x{i}", FeatureKind.Numeric, []))], "current");
    }

    // Both classes are cut into blocks in order; together the folds are as equal in size as can be.
    private static int[] Assign(int references, int currents)
    {
        var folds = new int[references + currents];
        for (var fold = 0; fold < Folds; fold++)
        {
            var (from, to) = (Before(fold, 0, references), Before(fold + 1, 0, references));
            folds.AsSpan(from, to - from).Fill(fold);
            (from, to) = (Before(fold, references, currents), Before(fold + 1, references, currents));
            folds.AsSpan(references + from, to - from).Fill(fold);
        }

        return folds;
    }

    // Rows of a class that go to the folds before this one, when the pooled rows are dealt out one by one.
    private static int Before(int fold, int start, int rows)
    {
        var before = 0;
        for (var f = 0; f < fold; f++)
        {
            var first = ((f - start) % Folds + Folds) % Folds;
            before += first < rows ? (rows - first + Folds - 1) / Folds : 0;
        }

        return before;
    }

    private static DataSet Rows(FeatureSchema schema, double[] values, byte[] labels, int[] folds, int without)
    {
        var (kept, keptLabels) = (new List<double>(values.Length), new List<byte>(labels.Length));
        for (var i = 0; i < labels.Length; i++)
        {
            if (folds[i] == without) continue;
            kept.AddRange(values.AsSpan(i * schema.Count, schema.Count));
            keptLabels.Add(labels[i]);
        }

        return new DataSet(schema, [.. kept], [.. keptLabels], [.. Enumerable.Range(0, keptLabels.Count).Select(i => (long)i)]);
    }

    private static bool IsConstant(double[] values, int dimensions)
    {
        for (var i = dimensions; i < values.Length; i++)
        {
            if (values[i] != values[i - dimensions]) return false;
        }

        return true;
    }
}
