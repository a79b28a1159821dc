namespace MonitoringDemo.Drift.Monitoring.Plan;

/// <summary>Brings columns of different units to one: less the reference's mean, by its standard deviation (ddof 0). A column that never varied there is only moved.</summary>
internal sealed class ColumnScales
{
    private readonly double[] _means, _deviations;

    private ColumnScales(double[] means, double[] deviations) => (_means, _deviations) = (means, deviations);

    /// <summary>Learns them from finite values; what is missing is passed over.</summary>
    /// <param name="rows">Row-major.</param>
    /// <param name="dimensions">Values per row.</param>
    public static ColumnScales Of(double[] rows, int dimensions)
    {
        var (means, deviations) = (new double[dimensions], new double[dimensions]);
        for (var j = 0; j < dimensions; j++)
        {
            var values = rows.Where((value, i) => i % dimensions == j && double.IsFinite(value)).ToArray();
            (means[j], deviations[j]) = (0, 1);
            if (values.Length == 0) continue;

            means[j] = values.Average();
            // The rounding of a constant's mean is no spread.
            if (values.Max() > values.Min()) deviations[j] = Math.Sqrt(values.Average(value => (value - means[j]) * (value - means[j])));
        }

        return new ColumnScales(means, deviations);
    }

    public double[] Apply(double[] rows) => [.. rows.Select((value, i) => (value - _means[i % _means.Length]) / _deviations[i % _means.Length])];
}
