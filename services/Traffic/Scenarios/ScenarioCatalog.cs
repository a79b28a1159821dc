using System.Reflection;
using MonitoringDemo.Learning;

namespace MonitoringDemo.Traffic.Scenarios;

/// <summary>Finds scenarios by scanning assemblies.</summary>
public static class ScenarioCatalog
{
    /// <summary>The scenarios of this service, by group, and in it in the order of their ids.</summary>
    public static IReadOnlyList<IScenario> All { get; } = Find(typeof(ScenarioCatalog).Assembly);

    /// <summary>Every scenario in some assemblies, by group, and in it in the order of their ids.</summary>
    /// <exception cref="InvalidOperationException">Two have the same id.</exception>
    public static IReadOnlyList<IScenario> Find(params Assembly[] assemblies)
    {
        var scenarios = Implementations.Of<IScenario>(assemblies).Make<IScenario>()
            .OrderBy(scenario => Place(scenario.Manifest.Group))
            .ThenBy(scenario => scenario.Manifest.Id, StringComparer.Ordinal)
            .ToList();
        var twice = scenarios.GroupBy(scenario => scenario.Manifest.Id).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? scenarios
            : throw new InvalidOperationException($"The scenario id '{twice.Key}' occurs twice: {string.Join(", ", twice.Select(s => s.GetType().FullName))}.");
    }

    /// <summary>The scenario with an id, or null.</summary>
    public static IScenario? TryGet(string id) =>
        All.FirstOrDefault(scenario => string.Equals(scenario.Manifest.Id, id, StringComparison.Ordinal));

    private static int Place(string group)
    {
        var at = 0;
        while (at < ScenarioGroups.All.Count && ScenarioGroups.All[at] != group) at++;
        return at;
    }
}
