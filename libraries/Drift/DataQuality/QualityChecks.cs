using System.Reflection;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Finds data-quality checks: every class that implements <see cref="IDataQualityCheck"/>.</summary>
public static class QualityChecks
{
    /// <summary>One of each in this library and in the assemblies given, by rank.</summary>
    public static IReadOnlyList<IDataQualityCheck> Find(params IEnumerable<Assembly> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return [.. others.Prepend(typeof(QualityChecks).Assembly).Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDataQualityCheck)))
            .Select(type => (IDataQualityCheck)Activator.CreateInstance(type)!)
            .OrderBy(check => check.Rank).ThenBy(check => check.Name, StringComparer.Ordinal)];
    }
}
