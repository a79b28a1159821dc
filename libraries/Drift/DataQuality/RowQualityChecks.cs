using System.Reflection;
using MonitoringDemo.Learning;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Finds checks of whole rows: every class that implements <see cref="IRowQualityCheck"/>.</summary>
public static class RowQualityChecks
{
    /// <summary>One of each in this library and in the assemblies given, by rank.</summary>
    public static IReadOnlyList<IRowQualityCheck> Find(params IEnumerable<Assembly> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return [.. Implementations.Of<IRowQualityCheck>(others.Prepend(typeof(RowQualityChecks).Assembly)).Make<IRowQualityCheck>()
            .OrderBy(check => check.Rank).ThenBy(check => check.Name, StringComparer.Ordinal)];
    }
}
