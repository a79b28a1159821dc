namespace MonitoringDemo.Drift;

/// <summary>An extension point: compares many features at once, so that it sees what no single feature shows, such as a correlation that is gone.</summary>
/// <remarks>
/// Implementations have a public parameterless constructor, keep no state, and are found by scanning assemblies. A row with a
/// missing value (NaN, infinity) is left out. What cannot be computed (no complete row, a single one, constant data) is answered
/// with <see cref="TwoSampleResult.NotComputable"/>, never with an exception. The same arguments give the same answer.
/// </remarks>
public interface IMultivariateTest
{
    /// <summary>Unique, lower-case, for instance <c>mmd</c>.</summary>
    string Name { get; }

    /// <summary>The smallest p-value that it can give, 0 for any; NaN when it gives none, so that its statistic has to be judged.</summary>
    double LeastPValue => 0;

    /// <summary>Compares two samples of rows.</summary>
    /// <param name="reference">Rows from the past, row-major: value i × <paramref name="dimensions"/> + j is feature j of row i.</param>
    /// <param name="current">Rows to judge, in the same form.</param>
    /// <param name="dimensions">Values per row, at least 1.</param>
    /// <param name="seed">Any randomness comes from here.</param>
    /// <exception cref="ArgumentException">The values do not make whole rows.</exception>
    TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current, int dimensions, ulong seed);
}
