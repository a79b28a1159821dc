using System.Reflection;
using MonitoringDemo.Learning;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Finds data-quality checks: every class that implements <see cref="IDataQualityCheck"/>.</summary>
public static class QualityChecks
{
    /// <summary>One of each in this library and in the assemblies given, by rank.</summary>
    public static IReadOnlyList<IDataQualityCheck> Find(params IEnumerable<Assembly> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return [.. Implementations.Of<IDataQualityCheck>(others.Prepend(typeof(QualityChecks).Assembly)).Make<IDataQualityCheck>()
            .OrderBy(check => check.Rank).ThenBy(check => check.Name, StringComparer.Ordinal)];
    }
}
