namespace MonitoringDemo.Drift.Multivariate;

/// <summary>The rows of a sample that have every value: with a missing one there is no distance and no projection.</summary>
internal sealed class CompleteRows
{
    private readonly double[] _values;

    private CompleteRows(double[] values, int dimensions) => (_values, Dimensions) = (values, dimensions);

    public int Dimensions { get; }

    public int Count => _values.Length / Dimensions;

    public ReadOnlySpan<double> Values => _values;

    public static CompleteRows Of(ReadOnlySpan<double> values, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        if (values.Length % dimensions != 0)
            throw new ArgumentException($"{values.Length} values do not make whole rows of {dimensions}.", nameof(values));

        var complete = new List<double>(values.Length);
        for (var from = 0; from < values.Length; from += dimensions)
        {
            var row = values.Slice(from, dimensions);
            var finite = true;
            foreach (var value in row) finite &= double.IsFinite(value);
            if (finite) complete.AddRange(row);
        }

        return new CompleteRows([.. complete], dimensions);
    }

    public ReadOnlySpan<double> Row(int index) => _values.AsSpan(index * Dimensions, Dimensions);

    /// <summary>The rows with these indices, in that order.</summary>
    public CompleteRows Pick(ReadOnlySpan<int> rows)
    {
        var picked = new double[rows.Length * Dimensions];
        for (var i = 0; i < rows.Length; i++) Row(rows[i]).CopyTo(picked.AsSpan(i * Dimensions));
        return new CompleteRows(picked, Dimensions);
    }
}
