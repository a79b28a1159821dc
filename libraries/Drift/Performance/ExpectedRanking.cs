namespace MonitoringDemo.Drift.Performance;

/// <summary>How well scores rank rows of which only the probability of class 1 is known: each row counts for both classes.</summary>
/// <remarks>
/// Running counts are rounded to five decimals, as NannyML rounds them; that moves a result by about 1e-7. Equal scores are one
/// step of the curve, so that the order of rows does not matter.
/// </remarks>
internal sealed class ExpectedRanking
{
    // From the largest score down: expected rows of class 1 and of class 0, and rows, at or above each distinct score.
    private readonly List<(double Ones, double Zeros, int Rows)> _steps = [];

    public ExpectedRanking(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> scores)
    {
        var (sorted, rows) = (scores.ToArray(), probabilities.ToArray());
        Array.Sort(sorted, rows);
        var ones = 0.0;
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            ones += rows[i];
            var count = sorted.Length - i;
            if (i == 0 || sorted[i - 1] != sorted[i]) _steps.Add((Rounded(ones), Rounded(count - ones), count));
        }
    }

    /// <summary>Area under the ROC curve; NaN when one of the classes is not expected at all.</summary>
    public double RocAuc()
    {
        var (area, ones, zeros) = (0.0, 0.0, 0.0);
        foreach (var step in _steps)
        {
            area += (step.Zeros - zeros) * (step.Ones + ones) / 2;
            (ones, zeros) = (step.Ones, step.Zeros);
        }

        return ones > 0 && zeros > 0 ? area / ones / zeros : double.NaN;
    }

    /// <summary>Average precision; NaN when class 1 is not expected at all.</summary>
    public double AveragePrecision()
    {
        var (sum, ones) = (0.0, 0.0);
        foreach (var step in _steps)
        {
            sum += (step.Ones - ones) * (step.Ones / step.Rows);
            ones = step.Ones;
        }

        return ones > 0 ? sum / ones : double.NaN;
    }

    private static double Rounded(double count) => Math.Round(count * 1e5) / 1e5;
}
