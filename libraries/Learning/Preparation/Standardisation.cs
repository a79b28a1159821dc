namespace MonitoringDemo.Learning.Preparation;

/// <summary>Mean and (population) standard deviation of a numeric feature over the training rows that have it.</summary>
/// <param name="Mean">Also stands in for a missing value.</param>
/// <param name="Deviation">0 for a feature that is constant or never there.</param>
/// <param name="MissingRows">Training rows without a value.</param>
internal readonly record struct Standardisation(double Mean, double Deviation, int MissingRows)
{
    /// <summary>Standardised values are kept in ±1e6, far beyond any that a training row can have.</summary>
    public const double Limit = 1e6;

    public static Standardisation Learn(ReadOnlySpan<double> values, int column, int stride)
    {
        int missing = 0, present = 0;
        double sum = 0, largest = 0;
        for (var i = column; i < values.Length; i += stride)
        {
            var x = FiniteRange.Clamp(values[i]);
            if (double.IsNaN(x))
            {
                missing++;
                continue;
            }

            sum += x;
            largest = Math.Max(largest, Math.Abs(x));
            present++;
        }

        var mean = present == 0 ? 0.0 : sum / present;

        // Spread no larger than the rounding of the mean is no spread.
        var deviation = Spread(values, column, stride, mean, present);
        return new Standardisation(mean, deviation > largest * 1e-13 ? deviation : 0.0, missing);
    }

    public static double Apply(double value, double mean, double inverseDeviation) =>
        Math.Clamp((FiniteRange.Clamp(value) - mean) * inverseDeviation, -Limit, Limit);

    public static double Inverse(double deviation) => deviation > 0.0 ? 1.0 / deviation : 0.0;

    // Divided by the largest distance before squaring, so that nothing overflows or vanishes.
    private static double Spread(ReadOnlySpan<double> values, int column, int stride, double mean, int present)
    {
        var largest = 0.0;
        for (var i = column; i < values.Length; i += stride)
        {
            if (!double.IsNaN(values[i]))
                largest = Math.Max(largest, Math.Abs(FiniteRange.Clamp(values[i]) - mean));
        }

        if (largest < 1e-290)
            return 0.0;

        var squares = 0.0;
        for (var i = column; i < values.Length; i += stride)
        {
            var distance = (FiniteRange.Clamp(values[i]) - mean) / largest;
            squares += double.IsNaN(distance) ? 0.0 : distance * distance;
        }

        return largest * Math.Sqrt(squares / present);
    }
}
