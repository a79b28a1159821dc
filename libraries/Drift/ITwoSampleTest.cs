using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift;

/// <summary>An extension point: compares a current sample with a reference sample of the same feature.</summary>
/// <remarks>
/// Implementations have a public parameterless constructor, keep no state, and are found by scanning
/// assemblies. NaN stands for missing. What cannot be computed is answered with <see cref="TwoSampleResult.NotComputable"/>,
/// never with an exception.
/// </remarks>
public interface ITwoSampleTest
{
    /// <summary>Unique, lower-case, for instance <c>psi</c>.</summary>
    string Name { get; }

    /// <summary>Whether it can compare features of this kind.</summary>
    bool Suits(FeatureKind kind);

    /// <summary>Compares two samples.</summary>
    /// <param name="reference">Values from the past, in any order; category codes for a categorical feature.</param>
    /// <param name="current">Values to judge.</param>
    TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current);
}
