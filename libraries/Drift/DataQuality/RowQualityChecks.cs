using System.Reflection;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Finds checks of whole rows: every class that implements <see cref="IRowQualityCheck"/>.</summary>
public static class RowQualityChecks
{
    /// <summary>One of each in this library and in the assemblies given, by rank.</summary>
    public static IReadOnlyList<IRowQualityCheck> Find(params IEnumerable<Assembly> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return [.. others.Prepend(typeof(RowQualityChecks).Assembly).Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRowQualityCheck)))
            .Select(type => (IRowQualityCheck)Activator.CreateInstance(type)!)
            .OrderBy(check => check.Rank).ThenBy(check => check.Name, StringComparer.Ordinal)];
    }
}
