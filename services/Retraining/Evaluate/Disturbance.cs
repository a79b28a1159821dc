using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>The same rows with one thing wrong: what sensors, exports and units do.</summary>
internal static class Disturbance
{
    private const double UnitSlip = 1_000;
    private const double NoiseShare = 0.1;
    private const double FarBeyond = 10;

    /// <summary>The feature is missing in every row.</summary>
    public static DataSet Missing(DataSet rows, int feature) => With(rows, feature, _ => double.NaN);

    /// <summary>A number comes in another unit: a thousand times as large.</summary>
    public static DataSet OtherUnit(DataSet rows, int feature) => With(rows, feature, value => value * UnitSlip);

    /// <summary>A category comes that was never seen before.</summary>
    public static DataSet Unseen(DataSet rows, int feature) => With(rows, feature, _ => rows.Schema.Features[feature].Categories.Count);

    /// <summary>A number has normal noise of a tenth of the spread of those seen; the same seed, the same noise.</summary>
    public static DataSet Noisy(DataSet rows, int feature, double[] seen, ulong seed)
    {
        var (noise, deviation) = (new SplitMix64(SplitMix64.Mix(seed, (ulong)feature)), Deviation(seen));
        return With(rows, feature, value => value + (NoiseShare * deviation * noise.NextNormal()));
    }

    /// <summary>A number lies beyond the largest seen by ten times their range.</summary>
    public static DataSet Far(DataSet rows, int feature, double[] seen)
    {
        var far = seen.Length == 0 ? 0 : seen.Max() + (FarBeyond * (seen.Max() - seen.Min()));
        return With(rows, feature, _ => far);
    }

    /// <summary>A number is moved by a share of the spread of those seen.</summary>
    public static DataSet Moved(DataSet rows, int feature, double[] seen, double spreads)
    {
        var step = spreads * Deviation(seen);
        return With(rows, feature, value => value + step);
    }

    /// <summary>The values of a feature are dealt out anew among the rows; the same seed, the same deal.</summary>
    public static DataSet Shuffled(DataSet rows, int feature, ulong seed)
    {
        var column = Column(rows, feature);
        new SplitMix64(SplitMix64.Mix(seed, (ulong)feature)).Shuffle<double>(column);
        var next = 0;
        return With(rows, feature, _ => column[next++]);
    }

    /// <summary>Two columns stand in each other's place.</summary>
    public static DataSet Swapped(DataSet rows, int one, int other)
    {
        var values = rows.Values.ToArray();
        for (var at = 0; at < values.Length; at += rows.Schema.Count) (values[at + one], values[at + other]) = (values[at + other], values[at + one]);
        return new DataSet(rows.Schema, values, rows.Labels.ToArray(), rows.RowNumbers.ToArray());
    }

    /// <summary>What a model answers to disturbed rows; null where one of them gets no probability.</summary>
    public static RowAnswers? Ask(IModel model, DataSet rows) =>
        Evaluator.Score(model, rows).All(rows.Schema.Task.IsScore) ? RowAnswers.Of(model, rows) : null;

    /// <summary>The values of a feature, row by row.</summary>
    public static double[] Column(DataSet rows, int feature) => [.. Enumerable.Range(0, rows.Count).Select(i => rows.Row(i)[feature])];

    /// <summary>The values of a feature without missing ones.</summary>
    public static double[] Seen(DataSet rows, int feature) => [.. Column(rows, feature).Where(value => !double.IsNaN(value))];

    private static DataSet With(DataSet rows, int feature, Func<double, double> change)
    {
        var values = rows.Values.ToArray();
        for (var at = feature; at < values.Length; at += rows.Schema.Count) values[at] = change(values[at]);
        return new DataSet(rows.Schema, values, rows.Labels.ToArray(), rows.RowNumbers.ToArray());
    }

    private static double Deviation(double[] seen)
    {
        if (seen.Length == 0) return 0;
        var mean = seen.Average();
        return Math.Sqrt(seen.Sum(value => (value - mean) * (value - mean)) / seen.Length);
    }
}
