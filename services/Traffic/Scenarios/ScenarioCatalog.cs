using System.Reflection;
using MonitoringDemo.Learning;
using MonitoringDemo.Traffic.Scenarios.Two;

namespace MonitoringDemo.Traffic.Scenarios;

/// <summary>Finds scenarios by scanning assemblies.</summary>
public static class ScenarioCatalog
{
    /// <summary>The scenarios of this service, by group, and in it in the order of their ids.</summary>
    public static IReadOnlyList<IScenario> All { get; } = Find(typeof(ScenarioCatalog).Assembly);

    /// <summary>Those that can be started live; the others need a run of their own.</summary>
    public static IReadOnlyList<IScenario> Live { get; } = [.. All.Where(scenario => !scenario.Manifest.IsRunOnly)];

    /// <summary>Every scenario in some assemblies, by group, and in it in the order of their ids.</summary>
    /// <exception cref="InvalidOperationException">Two have the same id.</exception>
    public static IReadOnlyList<IScenario> Find(params Assembly[] assemblies)
    {
        var scenarios = Implementations.Of<IScenario>(assemblies).Where(type => type != typeof(StackedScenario)).Make<IScenario>()
            .OrderBy(scenario => Place(scenario.Manifest.Group))
            .ThenBy(scenario => scenario.Manifest.Id, StringComparer.Ordinal)
            .ToList();
        var twice = scenarios.GroupBy(scenario => scenario.Manifest.Id).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? scenarios
            : throw new InvalidOperationException($"The scenario id '{twice.Key}' occurs twice: {string.Join(", ", twice.Select(s => s.GetType().FullName))}.");
    }

    /// <summary>The scenario with an id, or two at once as in <c>decades+unit-change@3000</c>; null where there is none.</summary>
    public static IScenario? TryGet(string id) => TryGet(id, out _);

    /// <summary>The same.</summary>
    /// <param name="id">What was typed.</param>
    /// <param name="why">Why there is none, in a sentence; empty where there is one.</param>
    public static IScenario? TryGet(string id, out string why)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Contains(StackedScenario.Joint, StringComparison.Ordinal)) return StackedScenario.Read(id, One, out why);
        var found = One(id);
        why = found is null ? $"No scenario '{id}'; there are {string.Join(", ", All.Select(scenario => scenario.Manifest.Id))}." : "";
        return found;
    }

    private static IScenario? One(string id) => All.FirstOrDefault(scenario => string.Equals(scenario.Manifest.Id, id, StringComparison.Ordinal));

    private static int Place(string group)
    {
        var at = 0;
        while (at < ScenarioGroups.All.Count && ScenarioGroups.All[at] != group) at++;
        return at;
    }
}
