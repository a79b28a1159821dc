namespace MonitoringDemo.Drift.Performance;

/// <summary>
/// How far chance alone moves a metric in a chunk: the spread of what a single row adds to it, in the reference, over the root
/// of the number of rows that concern it.
/// </summary>
/// <remarks>NannyML's documentation, "Estimation of standard error". Average precision has none.</remarks>
internal static class SamplingErrors
{
    /// <summary>The error of a chunk of one row; divide by the root of the rows. NaN when the reference cannot tell.</summary>
    public static double PerRow(PerformanceMetric metric, ReadOnlySpan<byte> labels, ReadOnlySpan<double> scores, ReadOnlySpan<byte> predicted)
    {
        double tp = 0, fp = 0, tn = 0, fn = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            if (predicted[i] == 1) (tp, fp) = (tp + labels[i], fp + 1 - labels[i]);
            else (fn, tn) = (fn + labels[i], tn + 1 - labels[i]);
        }

        var n = (double)labels.Length;
        return metric switch
        {
            PerformanceMetric.Accuracy => Spread(tp + tn, fp + fn, n),
            PerformanceMetric.Precision => Spread(tp, fp, n),
            PerformanceMetric.Recall => Spread(tp, fn, n),
            PerformanceMetric.Specificity => Spread(tn, fp, n),
            // A right row counts by as much more than 1 as F1 exceeds the plain share of right rows.
            PerformanceMetric.F1 => Spread(tp, fp + fn, n) * (tp + fp + fn) / (tp + (fp + fn) / 2),
            PerformanceMetric.RocAuc => Ranking(labels, scores),
            _ => double.NaN,
        };
    }

    private static double Spread(double ones, double zeros, double rows)
    {
        var concerned = ones + zeros;
        return Math.Sqrt(ones / concerned * (zeros / concerned) / (concerned / rows));
    }

    // The rarer class decides: each of its rows outranks some share of the other class, and those shares vary.
    private static double Ranking(ReadOnlySpan<byte> labels, ReadOnlySpan<double> scores)
    {
        var (sorted, classes) = (scores.ToArray(), labels.ToArray());
        Array.Sort(sorted, classes);
        var ones = classes.Count(label => label == 1);
        var rare = ones * 2 > classes.Length ? 0 : 1;
        if (rare == 0)
        {
            Array.Reverse(sorted);
            Array.Reverse(classes);
        }

        double rareRows = rare == 1 ? ones : classes.Length - ones, otherRows = classes.Length - rareRows;
        double below = 0, sum = 0, squares = 0;
        for (var from = 0; from < sorted.Length;)
        {
            double tiedRare = 0, tiedOther = 0;
            var to = from;
            for (; to < sorted.Length && sorted[to] == sorted[from]; to++)
                (tiedRare, tiedOther) = classes[to] == rare ? (tiedRare + 1, tiedOther) : (tiedRare, tiedOther + 1);
            var share = (below + tiedOther / 2) / otherRows;
            (sum, squares) = (sum + tiedRare * share, squares + tiedRare * share * share);
            below += tiedOther;
            from = to;
        }

        var mean = sum / rareRows;
        return Math.Sqrt(Math.Max(0, squares / rareRows - mean * mean) / (rareRows / sorted.Length));
    }
}
