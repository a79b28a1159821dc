namespace MonitoringDemo.Traffic.Scenarios.Two;

/// <summary>Two scenarios that somebody has joined with <c>+</c>, under a manifest made of both.</summary>
internal sealed class StackedScenario : ScenarioStack
{
    /// <summary>Stands between the two.</summary>
    public const char Joint = '+';

    /// <summary>Stands before the rows after which the second begins.</summary>
    public const char Delay = '@';

    private StackedScenario(string id, IScenario first, IScenario second, long after)
        : base(first, second, after) => Manifest = StackedManifest.Of(id, first.Manifest, second.Manifest, after);

    public override ScenarioManifest Manifest { get; }

    /// <summary>Reads <c>decades+unit-change@3000</c>: the second begins 3,000 songs after the first, without a number at the same song.</summary>
    /// <param name="id">What was typed.</param>
    /// <param name="find">Finds a scenario by its id.</param>
    /// <param name="why">What is wrong with it; empty when nothing is.</param>
    /// <returns>Null when it is no such name.</returns>
    public static StackedScenario? Read(string id, Func<string, IScenario?> find, out string why)
    {
        why = "";
        if (id.Split(Joint) is not [var below, var above])
        {
            why = $"'{id}' joins more than two: write FIRST{Joint}SECOND{Delay}ROWS.";
            return null;
        }

        var parts = above.Split(Delay);
        var after = 0L;
        if (parts.Length > 2 || (parts.Length == 2 && (!long.TryParse(parts[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out after) || after > 1_000_000)))
            why = $"'{above}' says when it begins with a number from 0 to 1000000, as in {parts[0]}{Delay}3000.";
        else if ((find(below) is null ? below : find(parts[0]) is null ? parts[0] : null) is { } unknown)
            why = $"'{id}' names no scenario with '{unknown}'.";
        else if (find(below)!.Manifest.Group == ScenarioGroups.Two || find(parts[0])!.Manifest.Group == ScenarioGroups.Two)
            why = $"'{id}' joins more than two: one of them is two at once.";
        else if (below == parts[0])
            why = $"'{id}' joins '{below}' with itself.";
        else if (find(parts[0])!.Deployed.Count > 0 || find(parts[0])!.CommandsAtOnset("", 0).Count > 0)
            why = $"'{parts[0]}' deploys or orders something at the onset: put it first, as in {parts[0]}{Joint}{below}.";
        return why.Length > 0 ? null : new StackedScenario(id, find(below)!, find(parts[0])!, after);
    }
}
