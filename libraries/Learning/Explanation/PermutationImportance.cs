using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Explanation;

/// <summary>How much worse a model answers when the values of one feature are dealt out anew among the rows.</summary>
/// <remarks>
/// L. Breiman, "Random forests", Machine Learning 45 (2001); A. Fisher, C. Rudin, F. Dominici, "All models are wrong, but many
/// are useful", JMLR 20 (2019). Works for any model and costs features × repeats scorings of the rows. Of two features that
/// say the same, each hides what the other is worth.
/// </remarks>
/// <param name="Feature">The feature's name.</param>
/// <param name="Mean">How far the metric falls, averaged over the repeats; negative when shuffling helped.</param>
/// <param name="StandardError">Of that mean, from the spread of the repeats: it tells of the shuffling, not of the rows.</param>
public sealed record PermutationImportance(string Feature, double Mean, double StandardError)
{
    /// <summary>Measures every feature, in schema order.</summary>
    /// <param name="model">Any model.</param>
    /// <param name="data">Labelled rows that it was not trained on.</param>
    /// <param name="metric">The larger the better, for instance <c>r => r.Accuracy</c> or <c>r => -r.LogLoss</c>.</param>
    /// <param name="repeats">Shuffles per feature, at least 2.</param>
    /// <param name="seed">The same seed, the same numbers.</param>
    /// <exception cref="ArgumentException">There is no row, or fewer than two repeats.</exception>
    public static IReadOnlyList<PermutationImportance> Of(IModel model, DataSet data, Func<EvaluationResult, double> metric, int repeats, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 2);

        var whole = metric(Evaluator.Evaluate(model, data));
        var (values, column, falls) = (data.Values.ToArray(), new double[data.Count], new double[repeats]);
        var shuffled = new DataSet(data.Schema, values, data.Labels.ToArray(), data.RowNumbers.ToArray());
        var all = new PermutationImportance[data.Schema.Count];
        for (var feature = 0; feature < all.Length; feature++)
        {
            for (var repeat = 0; repeat < repeats; repeat++)
            {
                Read(data.Values, feature, column);
                new SplitMix64(SplitMix64.Mix(seed, (ulong)feature, (ulong)repeat)).Shuffle<double>(column);
                Write(values, feature, column);
                falls[repeat] = whole - metric(Evaluator.Evaluate(model, shuffled));
            }

            Read(data.Values, feature, column);
            Write(values, feature, column);
            all[feature] = Summarise(data.Schema.Features[feature].Name, falls);
        }

        return all;
    }

    private static PermutationImportance Summarise(string feature, double[] falls)
    {
        double sum = 0, squares = 0;
        foreach (var fall in falls)
            sum += fall;
        var mean = sum / falls.Length;
        foreach (var fall in falls)
            squares += (fall - mean) * (fall - mean);
        return new PermutationImportance(feature, mean, Math.Sqrt(squares / (falls.Length - 1.0) / falls.Length));
    }

    private static void Read(ReadOnlySpan<double> values, int feature, double[] column)
    {
        var stride = values.Length / column.Length;
        for (var i = 0; i < column.Length; i++)
            column[i] = values[(i * stride) + feature];
    }

    private static void Write(double[] values, int feature, double[] column)
    {
        var stride = values.Length / column.Length;
        for (var i = 0; i < column.Length; i++)
            values[(i * stride) + feature] = column[i];
    }
}
